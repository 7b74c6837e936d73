package dev.slipway.support;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/** Takes the beans of all modules but these out of a server under test. */
record OnlyModules(Set<String> kept) implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern MODULE = Pattern.compile("dev\\.slipway\\.([a-z]+)\\..*");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Stream.of(registry.getBeanDefinitionNames())
                .filter(name -> isOfAnother(type(registry.getBeanDefinition(name))))
                .forEach(registry::removeBeanDefinition);
    }

    private boolean isOfAnother(@Nullable String type) {
        Matcher module = MODULE.matcher(type == null ? "" : type);
        return module.matches()
                && !kept.contains(module.group(1))
                && !module.group(1).equals("support");
    }

    /** The class of the bean, or of the configuration that makes it. */
    private static @Nullable String type(BeanDefinition bean) {
        return bean instanceof AnnotatedBeanDefinition annotated && annotated.getFactoryMethodMetadata() != null
                ? annotated.getFactoryMethodMetadata().getDeclaringClassName()
                : bean.getBeanClassName();
    }
}
