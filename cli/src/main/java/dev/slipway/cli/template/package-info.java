/** Templates in directories: read and tried without a server. */
@org.jspecify.annotations.NullMarked
package dev.slipway.cli.template;
