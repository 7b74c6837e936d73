/** Users, groups, roles, tokens, sign-in, and the one place that decides who may do what. */
@ApplicationModule(allowedDependencies = {"kernel", "operations", "scheduling", "audit", "ui"})
@NullMarked
package dev.slipway.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
