/** What onboarding, deletion and additions of environments have in common: durable processes of steps. */
@NullMarked
package dev.slipway.services.process;

import org.jspecify.annotations.NullMarked;
