package dev.slipway.bench.templates;

/** What is measured. */
enum Way {
    /** Each file is read as a template and rendered once, as a scaffolder does. */
    PARSE,
    /** Templates that were read before are rendered. */
    RENDER
}
