/** YAML documents whose values know the file, line and column they come from, and edits that touch only the bytes concerned. */
@NullMarked
package dev.slipway.documents.yaml;

import org.jspecify.annotations.NullMarked;
