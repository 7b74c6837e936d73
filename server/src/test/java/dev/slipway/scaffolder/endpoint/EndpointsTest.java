package dev.slipway.scaffolder.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.scaffolding.action.ActionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;

class EndpointsTest {

    private final AnsweringServer server = new AnsweringServer();
    private final Endpoints endpoints = AnsweringServer.endpoints();

    EndpointsTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private static EndpointCall call(String path) {
        return new EndpointCall(
                "POST", path, Map.of("q", "a b"), Map.of("Authorization", "mine", "X-Own", "1"), "{}", "run/step");
    }

    @Test
    void sendsHeadersSecretAndKeyAndHidesTheSecretInTheAnswer() {
        server.answers(201, "{\"you sent\": \"Bearer s3cr3t-value\"}", Map.of("X-Echo", "s3cr3t-value"));

        EndpointAnswer answer = endpoints.call(server.endpoint(true, true), call("/tickets"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"you sent\": \"Bearer ***\"}");
        assertThat(answer.headers()).containsEntry("x-echo", "***");
        AnsweringServer.Asked asked = server.asked.getFirst();
        assertThat(asked.target()).isEqualTo("/api/tickets?q=a+b");
        assertThat(asked.headers().get("Authorization")).containsExactly("Bearer s3cr3t-value");
        assertThat(asked.headers().get("Idempotency-key")).containsExactly("run/step");
        assertThat(asked.headers().get("X-from")).containsExactly("slipway");
        assertThat(asked.headers().get("X-own")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]"})
    void asksNoPrivateAddressUnlessTheDefinitionAllowsIt(String host) {
        assertThatThrownBy(() -> endpoints.call(server.endpoint(host, false, true), call("/tickets")))
                .isInstanceOf(ActionException.class)
                .hasMessageContaining("private network or on this machine");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void asksNoLinkLocalAddress() {
        Endpoint metadata = new Endpoint(
                "metadata", URI.create("http://169.254.169.254"), Duration.ofSeconds(1), false, Map.of(), null);

        assertThatThrownBy(() -> endpoints.call(metadata, call("/latest"))).hasMessageContaining("private network");
    }

    @Test
    void followsNoRedirect() {
        server.answers(302, "", Map.of("Location", "http://169.254.169.254/latest"));

        assertThatThrownBy(() -> endpoints.call(server.endpoint(true, false), call("/tickets")))
                .hasMessageContaining("leads to another address (302)");
        assertThat(server.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../admin", "/%2e%2e/admin", "@example.com", ".example.com", "\\x", "/a\\..\\b", "//..//x"})
    void callsNothingBesideTheEndpointsAddress(String path) {
        assertThatThrownBy(() -> endpoints.call(server.endpoint(true, false), call(path)))
                .hasMessageContaining("leads out of The endpoint");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void endsAnswersThatAreTooLarge() {
        server.answers(200, "x".repeat((1 << 20) + 1), Map.of());

        assertThatThrownBy(() -> endpoints.call(server.endpoint(true, false), call("")))
                .hasMessageContaining("more than 1 MiB");
    }

    @Test
    void saysWhichSecretIsMissingAndHowToGiveIt() {
        Endpoints without = new Endpoints(new StandardEnvironment());

        assertThatThrownBy(() -> without.call(server.endpoint(true, true), call("")))
                .hasMessageContaining("\"tickets-token\" is not set: give the server SLIPWAY_SECRETS_TICKETS_TOKEN");
    }

    @Test
    void saysWhenNobodyAnswers() {
        Endpoint endpoint = server.endpoint(true, false);
        server.close();

        assertThatThrownBy(() -> endpoints.call(endpoint, call(""))).isInstanceOf(UnreachableException.class);
    }

    /** Once the head of the answer, once its body. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"})
    void endsAnswersThatComeInDrops(String beginning) throws IOException {
        try (DrippingServer dripping = new DrippingServer(beginning)) {
            Endpoint endpoint = new Endpoint(
                    "slow",
                    URI.create("http://127.0.0.1:" + dripping.port()),
                    Duration.ofSeconds(1),
                    true,
                    Map.of(),
                    null);

            assertThatThrownBy(() -> endpoints.call(endpoint, call("")))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage("The endpoint \"slow\" did not answer within 1 s");
        }
    }

    /** A name server that answers this the first time, and fails the test when it is asked again. */
    private static Endpoints resolving(String... addresses) {
        AtomicInteger times = new AtomicInteger();
        return new Endpoints(new StandardEnvironment(), host -> {
            assertThat(times.incrementAndGet())
                    .as("times that %s was asked for", host)
                    .isEqualTo(1);
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses) {
                all.add(InetAddress.getByName(address));
            }
            return all.toArray(InetAddress[]::new);
        });
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndAsksForNoOther() {
        EndpointAnswer answer =
                resolving("127.0.0.1").call(server.endpoint("rebinding.example", true, false), call("/tickets"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.asked.getFirst().headers().get("Host").getFirst()).startsWith("rebinding.example:");
    }

    @Test
    void refusesANameThatLeadsHereBesideAPublicAddress() {
        assertThatThrownBy(() -> resolving("203.0.114.1", "127.0.0.1")
                        .call(server.endpoint("rebinding.example", false, false), call("/tickets")))
                .isInstanceOf(ActionException.class)
                .hasMessageContaining("\"rebinding.example\" stands in a private network or on this machine");
        assertThat(server.asked).isEmpty();
    }
}
