package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.security.Rules;
import dev.slipway.identity.security.Rules.Rule;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks all that the running server answers, and fails where nothing says who may call. */
@SlipwayTest
@Import(EveryRouteHasARuleIT.Unruled.class)
class EveryRouteHasARuleIT {

    @TestConfiguration(proxyBeanMethods = false)
    @Controller
    static class Unruled {
        @GetMapping("/test/unruled")
        ResponseEntity<String> secret() {
            return ResponseEntity.ok("nobody may read this");
        }
    }

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    List<AbstractUrlHandlerMapping> urlMappings;

    @Autowired
    ServletContext servlets;

    @Autowired
    Rules rules;

    @Autowired
    Callers callers;

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        List<String> without = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((route, handler) -> {
                if (!isRuled(route, handler)) {
                    without.add(route + " " + handler);
                }
            });
        }

        assertThat(without).hasSize(1).first().asString().contains("/test/unruled");
    }

    private boolean isRuled(RequestMappingInfo route, HandlerMethod handler) {
        Set<String> paths = route.getPatternValues();
        return !(Rules.ofHandler(handler) instanceof Rule.None)
                || (!paths.isEmpty()
                        && paths.stream()
                                .allMatch(path -> rules.declaredFor(path).isPresent()));
    }

    @Test
    void everyFileAndServletHasADeclaredRule() {
        List<String> without = new ArrayList<>();
        urlMappings.forEach(mapping -> without.addAll(mapping.getHandlerMap().keySet()));
        servlets.getServletRegistrations().values().stream()
                .filter(servlet -> !servlet.getName().equals("dispatcherServlet"))
                .forEach(servlet -> without.addAll(servlet.getMappings()));
        without.removeIf(path ->
                rules.declaredFor(path.replace("/**", "/x").replace("/*", "/x")).isPresent());

        assertThat(without).isEmpty();
    }

    @Test
    void refusesAHandlerWithoutRuleToEverybody() {
        assertThat(callers.anybody().get("/test/unruled").statusCode()).isEqualTo(302);
        assertThat(callers.browserOf("curious", Role.ADMINISTRATOR)
                        .get("/test/unruled")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void sendsBrowsersToTheSignInPageAndTellsApiClients() {
        var page = callers.anybody().get("/users?x=1");
        var resource = callers.anybody().get("/api/v1/users");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().map())
                .extracting(Map::entrySet)
                .asString()
                .contains("/sign-in?return=%2Fusers%3Fx%3D1");
        assertThat(resource.statusCode()).isEqualTo(401);
        assertThat(resource.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Slipway\"");
    }
}
