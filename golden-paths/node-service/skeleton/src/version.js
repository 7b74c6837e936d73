/** Which version of the service this is. */
export const VERSION = "1.0.0";
