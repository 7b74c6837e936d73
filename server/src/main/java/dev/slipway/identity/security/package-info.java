/** The filters between a request and its handler: front door, hosts, origins, sign-in, rules. */
@NullMarked
package dev.slipway.identity.security;

import org.jspecify.annotations.NullMarked;
