package dev.slipway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** {@link SlipwayTest} with only the modules that all others stand on: starts fast, and fails for no other module's fault. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SlipwayTest
@TestPropertySource(properties = "slipway.test.modules=scheduling,audit,ui,identity")
public @interface FoundationTest {}
