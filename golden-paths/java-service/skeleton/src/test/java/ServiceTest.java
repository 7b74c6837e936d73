import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Starts the service on a free port and asks it everything that it answers. Run by the build; a failure fails it. */
public final class ServiceTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ServiceTest() {}

    public static void main(String[] arguments) throws Exception {
        Service service = new Service(new Settings(0, "Good morning", Duration.ofMillis(1)));
        service.start();
        try {
            answers(service, "/", 200, "Good morning from ${{ values.name }} " + Version.NUMBER);
            answers(service, "/health", 200, "ok");
            answers(service, "/ready", 200, "ready");
            answers(service, "/metrics", 200, "http_requests_total{path=\"/health\",status=\"200\"} 1");
            answers(service, "/nowhere", 404, "nothing at /nowhere");
        } finally {
            service.stop();
        }
        System.out.println("ServiceTest: 5 answers as expected");
    }

    private static void answers(Service service, String path, int status, String part) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        HttpResponse<String> response =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != status || !response.body().contains(part)) {
            throw new AssertionError(path + " answered " + response.statusCode() + " \"" + response.body()
                    + "\", expected " + status + " with \"" + part + "\"");
        }
    }
}
