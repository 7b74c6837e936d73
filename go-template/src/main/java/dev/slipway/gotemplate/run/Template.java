package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.syntax.Body;
import dev.slipway.gotemplate.syntax.Source;

/** A template that can be executed, and the text that it was written in. */
public record Template(String name, Source source, Body body) {}
