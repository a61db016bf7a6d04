import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ApiDocument, type Entry, nameIn, type Parameter, type Response } from './api-document.ts';
import { Prose } from './prose.tsx';
import { SchemaView } from './schema-view.tsx';

type OperationViewProps = { readonly entry: Entry; readonly document: ApiDocument };

/** One method of one address: a line, and all that there is to know of it when it is opened. */
export function OperationView({ entry: { method, path, operation }, document }: OperationViewProps) {
  return (
    <details id={operation.operationId} className="group rounded-xl border border-edge bg-surface">
      <summary className="flex min-h-hit cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <span className="w-18 shrink-0 rounded bg-raised px-2 py-0.5 text-center font-mono font-bold">{method}</span>
        <code className="min-w-0 font-mono text-chrome font-semibold wrap-anywhere">{path}</code>
        <span className="min-w-0 text-chrome text-muted">{operation.summary}</span>
        <ChevronDown aria-hidden className="ms-auto size-6 shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 border-t border-edge p-4">
        {operation.description && (
          <p className="text-chrome leading-snug">
            <Prose words={operation.description} />
          </p>
        )}
        <p className="text-chrome text-muted">For: {operation['x-roles'].join(', ')}</p>
        {operation.parameters && <Parameters parameters={operation.parameters} />}
        {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
          <Part key={type} title={`Body, ${type}${operation.requestBody?.required ? '' : ' (may be left out)'}`}>
            <SchemaView schema={schema} />
          </Part>
        ))}
        <Part title="Answers">
          <ul className="grid gap-3">
            {Object.entries(operation.responses).map(([status, response]) => (
              <Answer key={status} status={status} response={resolved(response, document)} />
            ))}
          </ul>
        </Part>
      </div>
    </details>
  );
}

const resolved = (response: Response, { components }: ApiDocument): Response =>
  response.$ref ? (components.responses[nameIn(response.$ref)] ?? response) : response;

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="grid min-w-0 gap-2">
    <h4 className="text-chrome font-bold">{title}</h4>
    {children}
  </section>
);

const Parameters = ({ parameters }: { readonly parameters: readonly Parameter[] }) => (
  <Part title="Parameters">
    <ul className="divide-y divide-edge rounded-lg border border-edge">
      {parameters.map(({ name, in: where, required, description }) => (
        <li key={`${where} ${name}`} className="grid gap-1 px-3 py-2 text-chrome">
          <p className="flex flex-wrap gap-x-3">
            <code className="font-mono font-bold">{name}</code>
            <span className="text-muted">in the {where}</span>
            {required && <span className="font-semibold">required</span>}
          </p>
          {description && (
            <p className="leading-snug text-muted">
              <Prose words={description} />
            </p>
          )}
        </li>
      ))}
    </ul>
  </Part>
);

function Answer({ status, response }: { readonly status: string; readonly response: Response }) {
  const isProblem = Number(status) >= 400;
  return (
    <li className="grid gap-2">
      <p className="flex gap-3 text-chrome leading-snug">
        <code className="shrink-0 font-mono font-bold">{status}</code>
        <span className="min-w-0">
          <Prose words={response.description ?? ''} />
        </span>
      </p>
      {!isProblem &&
        Object.entries(response.content ?? {}).map(([type, { schema }]) => <SchemaView key={type} schema={schema} />)}
    </li>
  );
}
