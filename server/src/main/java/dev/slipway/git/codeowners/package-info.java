/** CODEOWNERS in GitHub's format: who answers for which files. */
@NullMarked
package dev.slipway.git.codeowners;

import org.jspecify.annotations.NullMarked;
