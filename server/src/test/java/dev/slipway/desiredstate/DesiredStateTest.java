package dev.slipway.desiredstate;

import dev.slipway.support.SlipwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** {@link SlipwayTest} with the module desiredstate, what it stands on, golden paths and the sample platform. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SlipwayTest
@Import(PlatformPulls.class)
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,desiredstate",
            "slipway.sample=true",
            "slipway.import.hosts=127.0.0.1"
        })
public @interface DesiredStateTest {}
