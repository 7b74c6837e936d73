/** Compares with Go's text/template, from records and with Go itself. */
@org.jspecify.annotations.NullMarked
package dev.slipway.gotemplate.go;
