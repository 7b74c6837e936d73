package dev.slipway.git.mirrors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mirrors are kept.
 *
 * @param every how often each is fetched
 * @param unused after which time one that nobody asks for is dropped
 * @param webhookSecret what other Git servers sign their pushes' announcements with; null: none is believed
 */
@ConfigurationProperties("slipway.mirrors")
public record MirrorProperties(
        @DefaultValue("5m") Duration every,
        @DefaultValue("14d") Duration unused,
        @Nullable String webhookSecret) {}
