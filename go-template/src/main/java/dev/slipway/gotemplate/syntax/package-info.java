/** Reads texts into templates: the lexer, the parser, and the tree that they give. */
@NullMarked
package dev.slipway.gotemplate.syntax;

import org.jspecify.annotations.NullMarked;
