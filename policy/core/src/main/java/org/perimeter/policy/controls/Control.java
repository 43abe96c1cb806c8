// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that applies controls, and a test that proves them. The catalogue of controls is
 * generated from these marks, so ids stand here as literals.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Control {

    /** Ids of the controls, such as {@code COL-03}. */
    String[] value();
}
