package dev.slipway.launch;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.traffic.front.FrontListener;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What Spring's processing ahead of time, a step of the build, gets to see: which beans there are is then generated code, and
 * no start has to find it out. Nothing is opened; what {@link SpringStart} brings is named here and left out of that code.
 */
final class AheadOfTime {

    private AheadOfTime() {}

    /** Whether this is the build and not a start. */
    static boolean isAsked() {
        return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    }

    static void show(Class<?> application) {
        SpringApplication spring = new SpringApplication(application);
        spring.setLogStartupInfo(false);
        spring.addInitializers(context -> named((GenericApplicationContext) context));
        spring.run();
    }

    private static void named(GenericApplicationContext context) {
        context.registerBeanDefinition("frontListener", brought(FrontListener.class));
        context.registerBeanDefinition("dataSource", brought(HikariDataSource.class));
    }

    private static RootBeanDefinition brought(Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(type);
        definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
        return definition;
    }
}
