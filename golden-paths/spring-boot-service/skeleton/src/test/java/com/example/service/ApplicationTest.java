package com.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"service.greeting=Good morning", "service.drain-millis=1"})
class ApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void greets() throws Exception {
        assertThat(get("/").body()).startsWith("Good morning from ${{ values.name }} ");
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(get("/actuator/health/liveness").body()).contains("\"UP\"");
        assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
    }

    @Test
    void countsRequests() throws Exception {
        get("/");

        assertThat(get("/actuator/prometheus").body()).contains("http_server_requests_seconds_count");
    }

    @Test
    void saysThatThereIsNothingElsewhere() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }
}
