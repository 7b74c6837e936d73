/** Pages and REST resources of accounts, tokens, users and the audit. */
@NullMarked
package dev.slipway.identity.web;

import org.jspecify.annotations.NullMarked;
