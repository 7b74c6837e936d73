/** The rules that rendered objects are held against, and what breaking one comes to. */
@NullMarked
package dev.slipway.gitops.validation.rule;

import org.jspecify.annotations.NullMarked;
