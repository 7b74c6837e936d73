/** The demo: from a golden path to production and back, each step checked by a real request or a git command. */
@NullMarked
package dev.slipway.cli.demo;

import org.jspecify.annotations.NullMarked;
