package dev.slipway.catalog;

import dev.slipway.support.SlipwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** {@link SlipwayTest} with the module catalog and what it stands on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SlipwayTest
@Import(Repositories.class)
@TestPropertySource(
        properties = {
            "slipway.sample=true",
            "slipway.catalog.repository-limit=63MB",
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog"
        })
@interface CatalogTest {}
