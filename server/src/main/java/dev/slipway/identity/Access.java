package dev.slipway.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of a handler method (or of all methods of a controller): the caller is signed in and has this permission for at
 * least one team. A handler without {@code @Access} or {@link Public} is refused to everybody. Commands on one team's
 * things check {@link Permissions#require} in addition.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
    Permission value();

    /**
     * Whether the handler only answers a question, though its method (a POST with a long question) is one that may change
     * something. A token whose scope is {@code VIEW} alone reaches no other handler of such a method.
     */
    boolean onlyAnswers() default false;
}
