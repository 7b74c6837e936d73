/** From text to tree: lexer, parser and the sealed types of the syntax tree. */
@NullMarked
package dev.slipway.template.syntax;

import org.jspecify.annotations.NullMarked;
