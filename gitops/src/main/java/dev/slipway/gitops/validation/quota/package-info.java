/** What a namespace's objects ask for, held against its quotas and limits. */
@NullMarked
package dev.slipway.gitops.validation.quota;

import org.jspecify.annotations.NullMarked;
