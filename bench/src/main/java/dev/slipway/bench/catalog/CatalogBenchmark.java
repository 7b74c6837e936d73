package dev.slipway.bench.catalog;

import dev.slipway.bench.Load;
import dev.slipway.catalog.Catalog;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Has the catalog read a made-up company, as one file or as a file an entity, changes one entity, and asks questions over HTTP.
 * {@code bench/catalog.sh file|files <entities> [seconds per question]} runs it as {@code slipway up} runs the server, with its
 * ahead-of-time cache. Every run has a fresh server and database; the first thousand entities that it reads only warm it up.
 */
public final class CatalogBenchmark {

    private static final Company WARM_UP = new Company(1000);
    /** What a start leaves to the compilers is done by then. */
    private static final Duration SETTLING = Duration.ofSeconds(8);

    private static final int CLIENTS = 8;
    private static final int CHANGES = 20;
    private static final Duration A_MOMENT = Duration.ofMillis(2);
    /** Asked more often, the question itself would be a part of the processor time that is taken. */
    private static final Duration A_WHILE = Duration.ofMillis(50);

    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]*)\"");
    private static final String TITLE = "title: System system-7\n";

    private CatalogBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        boolean oneFile = arguments[0].equals("file");
        Company company = new Company(Integer.parseInt(arguments[1]));
        Duration time = Duration.ofSeconds(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5);
        // Before the server starts: the compilers' work on what makes them up is not the server's.
        Map<String, String> files = files(company, oneFile);
        Map<String, String> fewer = files(WARM_UP, true);
        try (Server server = new Server()) {
            Catalog catalog = server.bean(Catalog.class);
            Thread.sleep(SETTLING);
            warmUp(server, catalog, fewer);
            RepositoryRef repository = server.repository("company");
            ingest(server, catalog, repository, company, files);
            change(server, catalog, repository, files);
            ask(server, time);
            Pickers.ask(server);
            readAgain(server, catalog, repository, company, files);
        }
        System.exit(0);
    }

    private static void warmUp(Server server, Catalog catalog, Map<String, String> files) throws InterruptedException {
        RepositoryRef repository = server.repository("warm-up");
        server.push(repository, files);
        await(() -> known(catalog, WARM_UP.last()));
        server.push(repository, Map.of("catalog-info.yaml", "# nothing any more\n"));
        await(() -> !known(catalog, WARM_UP.last()));
    }

    private static void ingest(
            Server server, Catalog catalog, RepositoryRef repository, Company company, Map<String, String> files)
            throws InterruptedException {
        server.push(repository, Map.of("README.md", "The company\n"));
        long before = server.size();
        Effort start = server.effort();
        server.push(repository, files);
        System.out.println("pushed: " + server.effort().since(start));
        start = server.effort();
        await(() -> known(catalog, company.last()), A_WHILE);
        System.out.printf(
                "%,d entities read: %s%n", company.entities(), server.effort().since(start));
        System.out.printf("database: %.1f MB; heap in use: %d MB%n", (server.size() - before) / 1e6, heap());
    }

    /** As {@link #ingest}, by a server that has done so before; no document is as it was. */
    private static void readAgain(
            Server server, Catalog catalog, RepositoryRef repository, Company company, Map<String, String> files)
            throws InterruptedException {
        Map<String, String> nothing = new HashMap<>();
        Map<String, String> others = new HashMap<>();
        files.forEach((path, text) -> {
            nothing.put(path, "# nothing any more\n");
            others.put(path, text.replace("title: ", "title: The other "));
        });
        server.push(repository, nothing);
        await(() -> !known(catalog, company.last()), A_WHILE);
        server.push(repository, others);
        Effort start = server.effort();
        await(() -> known(catalog, company.last()), A_WHILE);
        System.out.printf(
                "%,d other entities read by the warm server: %s%n",
                company.entities(), server.effort().since(start));
    }

    private static Map<String, String> files(Company company, boolean oneFile) {
        if (oneFile) {
            return Map.of("catalog-info.yaml", company.file());
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < company.entities(); i++) {
            files.put("parts/" + i / 1000 + "/" + i % 1000 + "/catalog-info.yaml", company.entity(i));
        }
        return files;
    }

    /** Changes one entity again and again; from the push's end until the catalog answers the change. */
    private static void change(Server server, Catalog catalog, RepositoryRef repository, Map<String, String> files)
            throws InterruptedException {
        long[] times = new long[CHANGES];
        EntityRef changed = EntityRef.parse("system:default/system-7", "");
        Map.Entry<String, String> file = files.entrySet().stream()
                .filter(each -> each.getValue().contains(TITLE))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < CHANGES; i++) {
            String title = "Changed for the time " + i + ".";
            server.push(repository, Map.of(file.getKey(), file.getValue().replace(TITLE, "title: " + title + "\n")));
            long pushed = System.nanoTime();
            await(() -> catalog.find(changed).orElseThrow().declared().contains(title));
            times[i] = System.nanoTime() - pushed;
        }
        long first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "a changed entity answered after: median %.0f ms, worst %.0f ms; the first %.0f ms%n",
                times[CHANGES / 2] / 1e6, times[CHANGES - 1] / 1e6, first / 1e6);
    }

    private static void ask(Server server, Duration time) throws Exception {
        String token = server.token();
        String byQuery = "/api/catalog/entities/by-query?";
        String[][] questions = {
            {"nothing asked of the catalog (the server's liveness)", "/actuator/health/liveness"},
            {"filtered, 20 entities", "/api/catalog/entities?filter=kind=component,spec.type=service&limit=20"},
            {
                "filtered narrowly, 20 entities",
                "/api/catalog/entities?filter=kind=component,spec.lifecycle=deprecated,metadata.tags=shade-7&limit=20"
            },
            {"by query with the total", byQuery + "filter=kind=component,spec.owner=group-7&limit=20"},
            {"all by pages, the first", byQuery + "limit=20"},
            {"all by pages, the first, uncounted", byQuery + "limit=20&totalItems=exclude"},
            {"all by pages, in the middle", inTheMiddle(server.port(), token, "")},
            {"all by pages, in the middle, uncounted", inTheMiddle(server.port(), token, "totalItems=exclude")},
            {"all by pages and title, the first", byQuery + "limit=20&orderField=metadata.title"},
            {"all by pages and title, in the middle", inTheMiddle(server.port(), token, "orderField=metadata.title")},
            {"words", byQuery + "fullTextFilterTerm=component%20777&limit=20"},
            {"a word that all have, the first page", byQuery + "fullTextFilterTerm=everybody&limit=20"},
            {"a word that all have, in the middle", inTheMiddle(server.port(), token, "fullTextFilterTerm=everybody")},
            {"by name, many relations", "/api/catalog/entities/by-name/system/default/system-7"},
            {"by name, few relations", "/api/catalog/entities/by-name/component/default/component-777"},
        };
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        for (String[] question : questions) {
            insistOnAnAnswer(server.port(), question[1], token);
            measure(address, question[0], List.of(question[1]), token, time);
        }
        measure(address, "by name, few relations, another each time", components(), token, time);
    }

    private static List<String> components() {
        return IntStream.range(100, 900)
                .mapToObj(i -> "/api/catalog/entities/by-name/component/default/component-" + i + "7")
                .toList();
    }

    private static void measure(
            InetSocketAddress address, String question, List<String> paths, String token, Duration time)
            throws Exception {
        Load many = Load.requests(address, "localhost", paths, token, CLIENTS);
        many.run(time);
        System.out.printf(
                "%s: one client %s; %d clients %s%n",
                question, Load.requests(address, "localhost", paths, token, 1).run(time), CLIENTS, many.run(time));
    }

    /** Asks for the twenty entities of a question behind as many as half of ten thousand. */
    private static String inTheMiddle(int port, String token, String question) throws Exception {
        String path = "/api/catalog/entities/by-query?limit=5000&fields=kind&" + question;
        Matcher cursor = NEXT.matcher(insistOnAnAnswer(port, path, token));
        if (!cursor.find()) {
            throw new IllegalStateException(path + " has one page alone: ask with more than 5 000 entities.");
        }
        return "/api/catalog/entities/by-query?limit=20&cursor=" + cursor.group(1);
    }

    private static String insistOnAnAnswer(int port, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static boolean known(Catalog catalog, String ref) {
        return catalog.find(EntityRef.parse(ref, "")).isPresent();
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        await(condition, A_MOMENT);
    }

    private static void await(BooleanSupplier condition, Duration pause) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(pause);
        }
    }
}
