import java.io.IOException;

/** Starts the service, and stops it gracefully when the platform asks it to. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.from(System.getenv());
        Service service = new Service(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop"));
        service.start();
        System.out.println("${{ values.name }} " + Version.NUMBER + " listens on port " + service.port());
    }
}
