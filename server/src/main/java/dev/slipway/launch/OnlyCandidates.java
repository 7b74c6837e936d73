package dev.slipway.launch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Names the bean of a dependency whose type only one bean has. Spring would ask every bean about every type that is asked for,
 * which with hundreds of each is a tenth of a start; here each bean tells its types once. Whatever is less plain (several
 * candidates, generics, qualifiers, optional and lazy ones) stays with Spring, which also checks what is named here.
 */
final class OnlyCandidates extends ContextAnnotationAutowireCandidateResolver {

    private static final String SEVERAL = "";

    private final DefaultListableBeanFactory beans;
    private @Nullable Map<Class<?>, String> byType;

    private OnlyCandidates(DefaultListableBeanFactory beans) {
        this.beans = beans;
    }

    /** To be called once all beans are registered, and before the first is made. */
    static void install(DefaultListableBeanFactory beans) {
        beans.setAutowireCandidateResolver(new OnlyCandidates(beans));
    }

    @Override
    public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
        String named = super.getSuggestedName(dependency);
        if (named != null) {
            return named;
        }
        String only = byType().getOrDefault(dependency.getDependencyType(), SEVERAL);
        return only.equals(SEVERAL) ? null : only;
    }

    private Map<Class<?>, String> byType() {
        if (byType == null) {
            Map<Class<?>, String> found = new HashMap<>();
            for (String bean : beans.getBeanDefinitionNames()) {
                Class<?> type = beans.getType(bean, false);
                if (type != null) {
                    types(type).forEach(each -> found.merge(each, bean, (_, _) -> SEVERAL));
                }
            }
            byType = found;
        }
        return byType;
    }

    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new HashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            addInterfaces(types, each);
        }
        return types;
    }

    private static void addInterfaces(Set<Class<?>> types, Class<?> type) {
        if (types.add(type)) {
            for (Class<?> each : type.getInterfaces()) {
                addInterfaces(types, each);
            }
        }
    }
}
