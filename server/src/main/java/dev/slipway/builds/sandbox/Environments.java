package dev.slipway.builds.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables that a build gets: none of Slipway's own. */
public final class Environments {

    /** Marks every process of a build, also those that have left its process tree. */
    public static final String MARK = "SLIPWAY_BUILD";

    private Environments() {}

    static Map<String, String> path() {
        String jdk = Path.of(System.getProperty("java.home"), "bin").toString();
        return Map.of("PATH", jdk + ":/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin");
    }

    /** @param space in which {@code home} and {@code tmp} are */
    public static Map<String, String> of(Path space) {
        Map<String, String> environment = new LinkedHashMap<>(path());
        environment.put("HOME", space.resolve("home").toString());
        environment.put("TMPDIR", space.resolve("tmp").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LANG", "C.UTF-8");
        environment.put("CI", "true");
        environment.put(MARK, space.toString());
        return environment;
    }
}
