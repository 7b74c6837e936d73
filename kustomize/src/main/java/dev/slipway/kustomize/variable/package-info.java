/** Variables: values of fields that are put into texts for {@code $(NAME)}. */
@NullMarked
package dev.slipway.kustomize.variable;

import org.jspecify.annotations.NullMarked;
