package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.security.Rules;
import dev.slipway.identity.security.Rules.Rule;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks all that the running server answers, and fails where nothing says who may call. */
@SlipwayTest
@Import({EveryRouteHasARuleIT.Unruled.class, EveryRouteHasARuleIT.FailsBehindTheRules.class})
class EveryRouteHasARuleIT {

    @TestConfiguration(proxyBeanMethods = false)
    @Controller
    static class Unruled {
        @GetMapping("/test/unruled")
        ResponseEntity<String> secret() {
            return ResponseEntity.ok("nobody may read this");
        }
    }

    /** A filter that fails on request, after the rules found a handler. */
    @TestConfiguration(proxyBeanMethods = false)
    static class FailsBehindTheRules implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request instanceof HttpServletRequest http && http.getHeader("X-Test-Fails") != null) {
                throw new IllegalStateException("as the test asked");
            }
            chain.doFilter(request, response);
        }
    }

    /** Questions that are too long for an address; whoever adds one here has seen that it changes nothing. */
    private static final Set<String> ONLY_ANSWER = Set.of(
            "POST /api/catalog/entities/by-query",
            "POST /api/catalog/entities/by-refs",
            "POST /api/catalog/entity-facets",
            "POST /api/catalog/locations/by-query",
            "POST /api/catalog/validate-entity");

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
    void aTokenThatMayOnlyViewChangesNothingByAnyRoute() {
        Caller viewer = callers.client(callers.token("only-looks", Set.of(Permission.VIEW), Role.ADMINISTRATOR));
        Set<String> refused = new TreeSet<>();
        Set<String> reached = new TreeSet<>();

        commands().forEach(command -> (send(viewer, command) == 403 ? refused : reached).add(command));

        assertThat(reached).isEqualTo(ONLY_ANSWER);
        assertThat(refused).hasSizeGreaterThan(80).contains("POST /account/tokens", "DELETE /api/v1/tokens/1");
    }

    /** Method and address of all that is no question by its method. */
    private Stream<String> commands() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream()
                        .flatMap(pattern -> methods(route).map(method -> method + " " + address(pattern))))
                .distinct();
    }

    private static Stream<String> methods(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Stream.of("POST")
                : methods.stream()
                        .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                        .map(RequestMethod::name);
    }

    private static String address(String pattern) {
        return pattern.replaceAll("\\{action:([^|}]*)[^}]*}", "$1")
                .replaceAll("/\\{\\*\\w+}", "/1")
                .replaceAll("\\{[^}]*}", "1");
    }

    private static int send(Caller caller, String command) {
        String[] words = command.split(" ", 2);
        boolean api = words[1].startsWith("/api/");
        return caller.send(
                        words[1],
                        request -> request.header(
                                        "Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
                                .method(words[0], BodyPublishers.ofString(api ? "{}" : "name=x")))
                .statusCode();
    }

    @Test
    void aFailureBehindTheRulesCarriesOutNothing() {
        Caller caller = callers.tokenOf("fails-behind");

        var answer = caller.post("/api/v1/tokens", "{\"name\": \"carried-out\"}", Map.of("X-Test-Fails", "yes"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(caller.get("/api/v1/tokens").body()).doesNotContain("carried-out");
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
