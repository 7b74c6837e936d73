/** Configuration, deletion and onboarding: REST, and the pages that bring a service. */
@NullMarked
package dev.slipway.services.web;

import org.jspecify.annotations.NullMarked;
