package dev.slipway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the whole server on a free port, with a database and a data directory of its own. Test classes that configure
 * nothing else share one running server, so a test makes up its own names and never counts everybody's rows. Inject
 * {@link Callers} to talk to it. With the property {@code slipway.test.modules} (comma-separated) only those modules start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SlipwayInitializer.class)
@Import(Callers.class)
public @interface SlipwayTest {}
