package dev.slipway.services;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who brings a service that exists.
 *
 * @param source where its history is: an address to fetch, or a repository of this host by address or name; null when it
 *     will be pushed
 * @param name of the service, which becomes the repository's; null to take it from the source
 * @param description one sentence; empty for none
 * @param replicas in production, where it goes there
 * @param port that it listens on; null to find out
 * @param health path that answers when it can work; null to find out
 * @param review whether somebody looks at what was found before anything is proposed
 */
public record OnboardingWish(
        @Nullable String source,
        @Nullable String name,
        String team,
        String description,
        boolean production,
        int replicas,
        @Nullable Integer port,
        @Nullable String health,
        boolean review) {}
