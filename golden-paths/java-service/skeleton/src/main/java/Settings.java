import java.time.Duration;
import java.util.Map;

/**
 * What differs between environments; set in deploy/overlays/.
 *
 * @param port where it listens; 0 for any free port
 * @param greeting what it says first
 * @param drain how long it goes on answering after it was asked to stop, so that routers notice that it is not ready
 */
record Settings(int port, String greeting, Duration drain) {

    static Settings from(Map<String, String> environment) {
        return new Settings(
                number(environment, "PORT", 8080),
                environment.getOrDefault("GREETING", "Hello"),
                Duration.ofMillis(number(environment, "DRAIN_MILLIS", 1000)));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, String.valueOf(otherwise));
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, not \"" + text + "\".", e);
        }
    }
}
