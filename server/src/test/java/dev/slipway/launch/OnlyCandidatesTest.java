package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

/** Beans get what Spring would have given them, of which most is named without a search. */
class OnlyCandidatesTest {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @AfterEach
    void close() {
        context.close();
    }

    interface Boat {}

    record Ferry() implements Boat {}

    record Tug() implements Boat {}

    interface Harbour {}

    record Rotterdam() implements Harbour {}

    record Voyage(Harbour to) {}

    record Fleet(Boat flagship) {}

    record Marked(@Qualifier("tug") Boat boat) {}

    record Convoy(List<Boat> all, Optional<Runnable> none, Supplier<String> text, Harbour harbour) {}

    @Configuration
    static class Beans {
        @Bean
        Rotterdam rotterdam() {
            return new Rotterdam();
        }

        @Bean
        Ferry ferry() {
            return new Ferry();
        }

        @Bean
        Tug tug() {
            return new Tug();
        }

        @Bean
        Supplier<Integer> number() {
            return () -> 1;
        }

        @Bean
        Supplier<String> word() {
            return () -> "ahoy";
        }
    }

    private <T> T made(Class<T> type) {
        context.register(Beans.class, type);
        context.addBeanFactoryPostProcessor(_ -> OnlyCandidates.install(context.getDefaultListableBeanFactory()));
        context.refresh();
        return context.getBean(type);
    }

    @Test
    void whatOnlyOneBeanIsIsNamedByItsType() throws Exception {
        assertThat(made(Voyage.class).to()).isInstanceOf(Rotterdam.class);

        AutowireCandidateResolver resolver =
                context.getDefaultListableBeanFactory().getAutowireCandidateResolver();
        assertThat(resolver.getSuggestedName(firstOf(Voyage.class, Harbour.class)))
                .isEqualTo("rotterdam");
        assertThat(resolver.getSuggestedName(firstOf(Fleet.class, Boat.class))).isNull();
    }

    private static DependencyDescriptor firstOf(Class<?> bean, Class<?> type) throws NoSuchMethodException {
        return new DependencyDescriptor(new MethodParameter(bean.getDeclaredConstructor(type), 0), true);
    }

    @Test
    void ofSeveralNoneIsGuessed() {
        assertThatThrownBy(() -> made(Fleet.class))
                .isInstanceOf(UnsatisfiedDependencyException.class)
                .hasCauseInstanceOf(NoUniqueBeanDefinitionException.class);
    }

    @Test
    void qualifiersListsOptionalsAndGenericsStayAsTheyWere() {
        Convoy convoy = made(Convoy.class);

        assertThat(convoy.all()).hasSize(2);
        assertThat(convoy.none()).isEmpty();
        assertThat(convoy.text().get()).isEqualTo("ahoy");
        assertThat(context.getDefaultListableBeanFactory()
                        .createBean(Marked.class)
                        .boat())
                .isInstanceOf(Tug.class);
    }
}
