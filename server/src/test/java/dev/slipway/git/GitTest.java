package dev.slipway.git;

import dev.slipway.support.SlipwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** {@link SlipwayTest} with the module git and what it stands on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SlipwayTest
@TestPropertySource(properties = "slipway.test.modules=scheduling,audit,ui,identity,git")
@interface GitTest {}
