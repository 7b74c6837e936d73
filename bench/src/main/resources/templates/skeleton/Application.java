package ${{ values.javaPackage }};

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** ${{ values.description }}. */
@SpringBootApplication
public class ${{ values.name | replace("-", " ") | title | replace(" ", "") }}Application {

    public static void main(String[] arguments) {
        SpringApplication.run(${{ values.name | replace("-", " ") | title | replace(" ", "") }}Application.class, arguments);
    }
}
