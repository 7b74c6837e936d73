package dev.slipway.identity.web;

import org.jspecify.annotations.Nullable;

/** The values of the form for a new user, as they were typed. */
public record NewUserForm(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String email) {}
