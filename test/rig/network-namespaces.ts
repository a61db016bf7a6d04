import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { findProgram } from '../run/machine.ts';

/**
 * Real networks on one machine: the kitchen's computer in one network namespace, each tablet in its own, a cable
 * between each of them. The machine's own network is never touched.
 */
export type Networks = {
  /** Put in front of a command, it runs on the kitchen's computer. */
  readonly server: readonly string[];
  readonly tablets: readonly TabletNetwork[];
  /** Takes away everything that was made. Safe to call twice. */
  remove(): void;
};

export type TabletNetwork = {
  /** Put in front of a command, it runs on the tablet. */
  readonly prefix: readonly string[];
  /** Where the tablet reaches the kitchen's computer. */
  readonly serverHost: string;
  /** Percent of the packets that vanish, each way; 100 is a stall: no end, no refusal, nothing. */
  lose(percent: number): void;
  /** Each way; `undefined` for as fast as the machine. */
  limit(bitsPerS: number | undefined): void;
  /** Open connections are reset and new ones refused, at once; healed with `false`. */
  refuse(isRefused: boolean): void;
  /** The radio is off: the tablet itself knows that it has no network. */
  unplug(): void;
  plug(): void;
  /** Another address in the same network; the old one is gone. */
  changeAddress(): void;
};

/** Why this machine cannot have them, or `undefined`. `KDS_TEST_NETWORK=proxy` leaves them out. */
export function whyNoNamespaces(): string | undefined {
  if (process.env.KDS_TEST_NETWORK === 'proxy') return 'proxies are asked for';
  if (process.platform !== 'linux') return 'only Linux has network namespaces';
  const missing = ['ip', 'nft', 'tc'].find((program) => findProgram([program], withSbin) === undefined);
  if (missing) return `there is no ${missing} (iproute2, nftables)`;
  return tryOnce();
}

const withSbin = { PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
const run = (command: string, input?: string): void => {
  const [program = '', ...words] = command.split(' ');
  execFileSync(program, words, { input, env: { ...process.env, ...withSbin }, stdio: ['pipe', 'pipe', 'pipe'] });
};

/** The right to make one is only known from making one. */
function tryOnce(): string | undefined {
  try {
    createNetworks(1).remove();
    return undefined;
  } catch (error) {
    return `this account may not make them: ${(error as Error).message.trim().split('\n').at(-1)}`;
  }
}

let made = 0;

/** Who was killed could not clear up after itself. */
function removeLeftovers(): void {
  for (const entry of existsSync(namespaces) ? readdirSync(namespaces) : []) {
    const pid = /^kp(\d+)n\d+[st]\d*$/.exec(entry)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) quietly(`ip netns del ${entry}`);
  }
}

const namespaces = '/run/netns';

export function createNetworks(tablets: number): Networks {
  const name = `kp${process.pid}n${made++}`;
  const server = `${name}s`;
  const spaces = [server, ...Array.from({ length: tablets }, (_, index) => `${name}t${index}`)];

  function remove(): void {
    process.off('exit', remove);
    for (const space of spaces.splice(0)) quietly(`ip netns del ${space}`);
  }

  removeLeftovers();
  process.on('exit', remove);
  try {
    for (const space of spaces) {
      run(`ip netns add ${space}`);
      run(`ip -n ${space} link set lo up`);
    }
    const all = spaces.slice(1).map((space, index) => layCable(server, space, index));
    return { server: prefixOf(server), tablets: all, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function quietly(command: string): void {
  try {
    run(command);
  } catch {
    // It was not there.
  }
}

const prefixOf = (space: string): readonly string[] => ['ip', 'netns', 'exec', space];

function layCable(server: string, tablet: string, index: number): TabletNetwork {
  const near = `k${index}`;
  const far = 'radio';
  const net = `10.77.${index}`;
  let host = 2;

  run(`ip -n ${server} link add ${near} type veth peer name ${far} netns ${tablet}`);
  run(`ip -n ${server} addr add ${net}.1/24 dev ${near}`);
  run(`ip -n ${server} link set ${near} up`);
  run(`ip -n ${tablet} addr add ${net}.${host}/24 dev ${far}`);
  run(`ip -n ${tablet} link set ${far} up`);

  return {
    prefix: prefixOf(tablet),
    serverHost: `${net}.1`,
    lose: (percent) => {
      run(`ip netns exec ${server} nft -f -`, lossRules(near, percent));
      run(`ip netns exec ${tablet} nft -f -`, lossRules(far, percent));
    },
    refuse: (isRefused) => run(`ip netns exec ${tablet} nft -f -`, refusalRules(isRefused)),
    limit: (bitsPerS) => {
      limitRate(server, near, bitsPerS);
      limitRate(tablet, far, bitsPerS);
    },
    unplug: () => run(`ip -n ${tablet} link set ${far} down`),
    plug: () => run(`ip -n ${tablet} link set ${far} up`),
    changeAddress: () => {
      run(`ip -n ${tablet} addr flush dev ${far}`);
      host++;
      run(`ip -n ${tablet} addr add ${net}.${host}/24 dev ${far}`);
    },
  };
}

/** Packets are dropped where they arrive: dropped where they leave, the sender would be told. */
function lossRules(device: string, percent: number): string {
  const table = `inet loss-${device}`;
  const rule = percent >= 100 ? 'drop' : `numgen random mod 100 < ${percent} drop`;
  const chain = `chain arrive { type filter hook input priority 0; iifname "${device}" ${rule}\n}`;
  // Named before it is deleted, so that the first time is no error.
  return `table ${table} {}\ndelete table ${table}\n${percent > 0 ? `table ${table} {\n${chain}\n}\n` : ''}`;
}

/** What the tablet sends comes back as a reset, as from a router that knows no such way; its acknowledgements too. */
function refusalRules(isRefused: boolean): string {
  const chain =
    'chain leave {\ntype filter hook output priority 0\noifname != "lo" meta l4proto tcp reject with tcp reset\n}';
  return `table inet refuse {}\ndelete table inet refuse\n${isRefused ? `table inet refuse {\n${chain}\n}\n` : ''}`;
}

/** A little more than one packet at a time, and a queue of 400 ms as cheap access points have. */
function limitRate(space: string, device: string, bitsPerS: number | undefined): void {
  quietly(`tc -n ${space} qdisc del dev ${device} root`);
  if (bitsPerS) run(`tc -n ${space} qdisc add dev ${device} root tbf rate ${bitsPerS}bit burst 4000 latency 400ms`);
}
