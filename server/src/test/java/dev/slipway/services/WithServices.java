package dev.slipway.services;

import dev.slipway.support.SlipwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** {@link SlipwayTest} with real Git, writer and promotions, and stand-ins below them: nothing runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SlipwayTest
@Import({StandIns.class, SampleService.class})
@TestPropertySource(
        properties = {
            "slipway.sample=true",
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,builds,promotion,previews,services,operations,portal"
        })
public @interface WithServices {}
