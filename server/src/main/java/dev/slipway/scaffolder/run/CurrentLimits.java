package dev.slipway.scaffolder.run;

import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.TemplateRules;
import dev.slipway.scaffolder.run.RunLimits.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The limits of the newest platform definition; what it leaves open, the server's settings say. */
@Component
class CurrentLimits {

    private static final String ACTION = "slipway.runs.longest-action";
    private static final String STEP = "slipway.runs.longest-step";
    private static final String RUN = "slipway.runs.longest-run";
    private static final String DEFINED = "spec.templates.limits of platform.yaml";

    private final RunLimits settings;
    private final ObjectProvider<Platforms> platforms;

    CurrentLimits(
            @Value("${" + ACTION + ":15m}") String action,
            @Value("${" + STEP + ":7d}") String step,
            @Value("${" + RUN + ":14d}") String run,
            ObjectProvider<Platforms> platforms) {
        this.settings = new RunLimits(setting(ACTION, action), setting(STEP, step), setting(RUN, run));
        this.platforms = platforms;
    }

    private static Limit setting(String name, String value) {
        return new Limit(DurationStyle.detectAndParse(value), name);
    }

    RunLimits get() {
        Platforms source = platforms.getIfAvailable();
        TemplateRules.Limits defined = source == null
                ? TemplateRules.Limits.NONE
                : source.find()
                        .map(PlatformDefinition::templates)
                        .orElse(TemplateRules.NONE)
                        .limits();
        return new RunLimits(
                limit(defined.action(), settings.action()),
                limit(defined.step(), settings.step()),
                limit(defined.run(), settings.run()));
    }

    private static Limit limit(@Nullable Duration defined, Limit setting) {
        return defined == null ? setting : new Limit(defined, DEFINED);
    }
}
