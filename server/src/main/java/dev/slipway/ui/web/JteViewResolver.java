package dev.slipway.ui.web;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds {@code <module>/<page>} below {@code src/main/jte}; redirects are left to Spring's own resolver. */
@Component
class JteViewResolver implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final ShellFactory shells;

    JteViewResolver(TemplateEngine engine, ShellFactory shells) {
        this.engine = engine;
        this.shells = shells;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        String template = viewName + ".jte";
        return engine.hasTemplate(template) ? new JteView(engine, template, shells) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
