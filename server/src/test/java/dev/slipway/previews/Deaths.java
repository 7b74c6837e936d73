package dev.slipway.previews;

import dev.slipway.changes.Changes;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the process die before or after one of the next things that it writes to the outside. */
final class Deaths implements BeanPostProcessor {

    private static final Set<String> WRITES = Set.of("submit", "push", "comment", "setStatus");

    private int moments = -1;

    /** What a killed process would be: nothing after it runs. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** @param moment 0 for before the next write, 1 for after it, 2 for before the one after … */
    void dieAt(int moment) {
        moments = moment;
    }

    void live() {
        moments = -1;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Class<?> seam = bean instanceof GitContent
                ? GitContent.class
                : bean instanceof GitHost ? GitHost.class : bean instanceof Changes ? Changes.class : null;
        return seam == null
                ? bean
                : Proxy.newProxyInstance(
                        seam.getClassLoader(),
                        new Class<?>[] {seam},
                        (proxy, method, arguments) -> call(bean, method, arguments));
    }

    private Object call(Object bean, Method method, Object[] arguments) throws Throwable {
        boolean writes = WRITES.contains(method.getName());
        if (writes) {
            moment();
        }
        try {
            Object result = method.invoke(bean, arguments);
            if (writes) {
                moment();
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void moment() {
        if (moments >= 0 && moments-- == 0) {
            throw new Killed();
        }
    }
}
