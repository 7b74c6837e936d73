/** What was probably meant by a word that is not known. */
@NullMarked
package dev.slipway.documents.spelling;

import org.jspecify.annotations.NullMarked;
