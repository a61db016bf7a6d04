/** As long as an unanswered question stands on the button ([PAS3]). */
export const askingMs = 5000;
