package dev.slipway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.portal.HostileRequests.Request;
import dev.slipway.services.SampleService;
import dev.slipway.services.WithServices;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Throws hostile paths, parameters and bodies at every route: each answer says what is wrong, and none breaks. */
@WithServices
class HostileInputIT {

    private static final String SERVICE = "hostile";
    private static final String FORM = HostileRequests.FORM;
    private static final Actor ROSA = new Actor.Person("rosa");

    /** They do what they are for whatever is sent: end the session, or copy all that is there. */
    private static final Set<String> WITHOUT_INPUT = Set.of("/sign-out", "/operations/backup");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Callers callers;

    @Autowired
    SampleService samples;

    @Autowired
    GitHost host;

    @Autowired
    GitContent content;

    private Caller client;
    private Caller browser;
    private String csrf;

    @BeforeEach
    void comeIn() {
        client = callers.tokenOf("vandal", Role.ADMINISTRATOR);
        browser = callers.browserOf("vandal", Role.ADMINISTRATOR);
        csrf = browser.csrf("/account");
    }

    @Test
    void nothingThatIsSentBreaksARoute() {
        pullRequest(samples.create(SERVICE));
        List<String> broken = new ArrayList<>();

        requests().forEach(request -> complaint(request, send(request, csrf)).ifPresent(broken::add));

        assertThat(broken).isEmpty();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        for (String form : List.of("/create/java-service", "/account/tokens", "/users", "/sign-out")) {
            var answer = send(new Request("POST", form, FORM, "name=x"), "");

            assertThat(answer.statusCode()).as(form).isEqualTo(403);
            assertThat(answer.body()).contains("slipway.css", "Not allowed");
        }
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        var answer = send(new Request("POST", "/create/java-service", FORM, "v.name=" + "x".repeat(3_000_000)), csrf);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("slipway.css");
    }

    private void pullRequest(RepositoryRef repository) {
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put("README.md", FileContent.text("# Hostile\n"))),
                "Add a README\n",
                new Commit.Person("Rosa", "rosa@example.org"));
        content.push(
                repository,
                new BranchUpdate(
                        "readme",
                        null,
                        content.resolve(repository, "refs/heads/main").orElseThrow(),
                        List.of(commit)));
        host.open(new NewPullRequest(repository, "readme", "main", "Add a README", ""), ROSA);
    }

    private Stream<Request> requests() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .sorted(Comparator.comparing(route -> route.getKey().toString()))
                .filter(route -> takesInput(route.getKey()))
                .flatMap(route -> requests(route.getKey(), route.getValue()));
    }

    private static boolean takesInput(RequestMappingInfo route) {
        return route.getPatternValues().stream().noneMatch(WITHOUT_INPUT::contains)
                && !route.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
    }

    private static Stream<Request> requests(RequestMappingInfo route, HandlerMethod handler) {
        boolean template = route.getPatternValues().stream()
                .anyMatch(path -> path.contains("templates") || path.startsWith("/create"));
        Map<String, String> known = Map.of(
                "organisation", "acme",
                "name", template ? "java-service" : SERVICE,
                "service", SERVICE,
                "environment", "dev",
                "application", SERVICE + "-dev",
                "number", "1",
                "path", "README.md");
        return new HostileRequests(known).to(route, handler);
    }

    private HttpResponse<String> send(Request request, String token) {
        Caller caller = request.path().matches("/(api|v2)/.*") ? client : browser;
        String body = request.type().equals(FORM) ? request.body() + "&_csrf=" + token : request.body();
        return caller.send(
                request.path(),
                sent -> sent.header("Content-Type", request.type())
                        .header("Origin", callers.address().toString())
                        .method(request.method(), BodyPublishers.ofString(body)));
    }

    private static Optional<String> complaint(Request request, HttpResponse<String> answer) {
        boolean stray = answer.headers().firstValue("Location").orElse("").contains("/sign-in?");
        boolean bare = answer.statusCode() >= 400 && !isTold(answer.body());
        boolean traced = answer.body().contains("\tat dev.") || answer.body().contains("Exception:");
        return answer.statusCode() >= 500 || stray || bare || traced
                ? Optional.of(request + " answered " + answer.statusCode() + " " + HostileRequests.brief(answer.body()))
                : Optional.empty();
    }

    /** As problem details, in the manner of image registries, or as a page of ours. */
    private static boolean isTold(String body) {
        return body.contains("\"urn:slipway:problem:")
                || body.startsWith("{\"errors\":")
                || body.contains("slipway.css");
    }
}
