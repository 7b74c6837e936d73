package dev.slipway.scaffolder.endpoint;

import dev.slipway.kernel.HostNames;
import dev.slipway.kernel.InstallationSecrets;
import dev.slipway.kernel.PublicAddresses;
import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.platform.TemplateRules.SecretHeader;
import dev.slipway.scaffolding.action.ActionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Calls endpoints: no redirect is followed, no proxy of this machine is used, an answer has at most one MiB and comes within
 * the endpoint's time. Secrets are those of the installation; none is in a message.
 */
@Component
public class Endpoints {

    private static final int LARGEST = 1 << 20;
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "authorization", "cookie");

    private final InstallationSecrets secrets;
    private final HostNames names;

    @Autowired
    public Endpoints(Environment settings) {
        this(settings, HostNames.SYSTEM);
    }

    Endpoints(Environment settings, HostNames names) {
        this.secrets = new InstallationSecrets(settings::getProperty);
        this.names = names;
    }

    /**
     * The endpoint's answer, whatever its status.
     *
     * @throws ActionException if the call leads elsewhere, or its secret is not set
     * @throws UnreachableException if no answer came in time
     */
    public EndpointAnswer call(Endpoint endpoint, EndpointCall call) {
        Optional<String> secret = Optional.ofNullable(endpoint.secret()).map(this::value);
        HttpUriRequest request = request(endpoint, call, secret);
        try (Deadline deadline = new Deadline(request, endpoint.timeout())) {
            return call(endpoint, request, secret, deadline);
        }
    }

    private EndpointAnswer call(Endpoint endpoint, HttpUriRequest request, Optional<String> secret, Deadline deadline) {
        try (CloseableHttpClient client = GuardedClient.of(endpoint, names);
                CloseableHttpResponse response = client.execute(request)) {
            return answer(endpoint, request, response, secret);
        } catch (PublicAddresses.PrivateAddress e) {
            throw new ActionException(
                    named(endpoint) + " " + e.getMessage() + ": the platform definition has to say private: true.", e);
        } catch (IOException e) {
            String why = deadline.passed()
                    ? " did not answer within " + endpoint.timeout().toSeconds() + " s"
                    : " gave no answer (" + e.getClass().getSimpleName() + ")";
            throw new UnreachableException(named(endpoint) + why, e);
        }
    }

    private String value(SecretHeader secret) {
        return secrets.find(secret.name())
                .orElseThrow(() -> new ActionException(InstallationSecrets.missing(secret.name())));
    }

    private static HttpUriRequest request(Endpoint endpoint, EndpointCall call, Optional<String> secret) {
        RequestBuilder request =
                RequestBuilder.create(call.method().toUpperCase(Locale.ROOT)).setUri(address(endpoint, call));
        endpoint.headers().forEach(request::setHeader);
        call.headers().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                    && value.indexOf('\n') < 0
                    && value.indexOf('\r') < 0) {
                request.setHeader(name, value);
            }
        });
        request.setHeader("Idempotency-Key", call.key());
        if (call.body() != null) {
            request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        }
        secret.ifPresent(value -> request.setHeader(
                Objects.requireNonNull(endpoint.secret()).header(),
                endpoint.secret().prefix() + value));
        return request.build();
    }

    /** Below the endpoint's address, however the path is written. */
    private static URI address(Endpoint endpoint, EndpointCall call) {
        String query = call.query().entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        String path = call.path();
        boolean elsewhere = path.contains("..")
                || path.contains("\\")
                || path.toLowerCase(Locale.ROOT).contains("%2e");
        if (elsewhere || (!path.isEmpty() && !path.startsWith("/"))) {
            throw new ActionException("The path \"" + path + "\" leads out of " + named(endpoint) + ".");
        }
        try {
            return URI.create(
                    endpoint.url() + path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query));
        } catch (IllegalArgumentException e) {
            throw new ActionException("\"" + path + "\" is not a path: blanks and the like are written as %20.", e);
        }
    }

    private static EndpointAnswer answer(
            Endpoint endpoint, HttpUriRequest request, CloseableHttpResponse response, Optional<String> secret)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var header : response.getAllHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), masked(header.getValue(), secret));
        }
        int status = response.getStatusLine().getStatusCode();
        if (status >= 300 && status < 400) {
            throw new ActionException(
                    named(endpoint) + " leads to another address (" + status + "), which is not followed.");
        }
        return new EndpointAnswer(status, headers, masked(text(endpoint, request, response.getEntity()), secret));
    }

    private static String text(Endpoint endpoint, HttpUriRequest request, @Nullable HttpEntity entity)
            throws IOException {
        if (entity == null) {
            return "";
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = entity.getContent();
        byte[] some = new byte[8192];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            all.write(some, 0, read);
            if (all.size() > LARGEST) {
                request.abort();
                throw new ActionException(named(endpoint) + " answered more than 1 MiB.");
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String masked(String text, Optional<String> secret) {
        return secret.map(value -> text.replace(value, "***")).orElse(text);
    }

    private static String named(Endpoint endpoint) {
        return "The endpoint \"" + endpoint.name() + "\"";
    }
}
