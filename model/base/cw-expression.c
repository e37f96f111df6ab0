/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/*
 * text    = [ "+=" | "-=" | "*=" | "/=" ] average
 * average = sum { "|" sum }                     all sums of one average weigh the same
 * sum     = product { ( "+" | "-" ) product }
 * product = factor { ( "*" | "/" ) factor }
 * factor  = { "+" | "-" } ( number [ unit ] | name | function | "(" average ")" )
 * function = name "(" average { ( ";" | "," ) average } ")"
 */

#include "model/base/cw-expression.h"

#include <string.h>

#include "model/base/cw-error.h"
#include "model/base/cw-quantity.h"

#define TEXT_MAX (1024)
#define DEPTH_MAX (64)
#define POWER_MAX (8)

typedef struct
{
  const char *text;
  const char *at;
  gint64 unit;
  const CwVariable *variables;
  gsize n_variables;
  guint depth;
  gboolean comma_was_mark; /* the last number had a decimal comma */
  GError **error;
} Parser;

static gboolean parse_average (Parser *self, CwQuantity *result);

static gboolean G_GNUC_PRINTF (3, 4) fail (Parser *self, CwModelError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (self->error != NULL && *self->error == NULL)
    *self->error = g_error_new_valist (CW_MODEL_ERROR, (int) code, format, args);
  va_end (args);

  return FALSE;
}

static gboolean
fail_here (Parser *self)
{
  g_autofree char *shown = NULL;

  if (*self->at == '\0')
    return fail (self, CW_MODEL_ERROR_SYNTAX, "the expression ends too early");

  shown = cw_text_dup_shown (self->at);

  return fail (self, CW_MODEL_ERROR_SYNTAX, "%s does not belong there", shown);
}

/* skips a sign or a mark and the spaces behind it */
static gboolean
accept (Parser *self, const char *token)
{
  if (!cw_text_skip (&self->at, token))
    return FALSE;

  cw_text_skip_space (&self->at);
  return TRUE;
}

static gboolean
accept_minus (Parser *self)
{
  return accept (self, "-") || accept (self, "\xe2\x88\x92");
}

/* a bare number beside a length is one in the document's unit */
static void
take_unit (Parser *self, CwQuantity *number)
{
  CwQuantity unit = cw_quantity_new (self->unit, 1, 1);

  *number = cw_quantity_multiply (number, &unit);
}

/* makes two quantities comparable */
static gboolean
match (Parser *self, CwQuantity *a, CwQuantity *b)
{
  if (a->power == 0 && !a->is_angle && b->power == 1)
    take_unit (self, a);
  if (b->power == 0 && !b->is_angle && a->power == 1)
    take_unit (self, b);
  if (a->power != b->power)
    return fail (self, CW_MODEL_ERROR_VALUE, "lengths and areas do not add up");

  return TRUE;
}

static gboolean
multiply (Parser *self, CwQuantity *a, const CwQuantity *b)
{
  if (ABS (a->power + b->power) > POWER_MAX)
    return fail (self, CW_MODEL_ERROR_VALUE, "too many lengths are multiplied");
  if ((a->is_angle && (b->is_angle || b->power != 0)) || (b->is_angle && a->power != 0))
    return fail (self, CW_MODEL_ERROR_VALUE, "an angle cannot be multiplied with that");

  *a = cw_quantity_multiply (a, b);
  return TRUE;
}

static gboolean
divide (Parser *self, CwQuantity *a, const CwQuantity *b)
{
  if (cw_quantity_is_zero (b))
    return fail (self, CW_MODEL_ERROR_VALUE, "division by zero");
  if (ABS (a->power - b->power) > POWER_MAX)
    return fail (self, CW_MODEL_ERROR_VALUE, "too many lengths are divided");
  if ((b->is_angle && !a->is_angle) || (a->is_angle && b->power != 0))
    return fail (self, CW_MODEL_ERROR_VALUE, "angles and lengths cannot be divided");

  *a = cw_quantity_divide (a, b);
  return TRUE;
}

/* letters, digits, underscores, µ and the inch sign */
static char *
take_name (Parser *self, gboolean with_digits)
{
  const char *start = self->at;

  for (;;)
    {
      if (g_ascii_isalpha (*self->at) || *self->at == '_'
          || (with_digits && self->at > start && g_ascii_isdigit (*self->at)))
        self->at++;
      else if (!cw_text_skip (&self->at, "\xc2\xb5") && !cw_text_skip (&self->at, "\xce\xbc"))
        return g_strndup (start, (gsize) (self->at - start));
    }
}

static gboolean
parse_number (Parser *self, CwQuantity *result)
{
  const char *start = self->at;
  g_autofree char *name = NULL;
  CwDecimal decimal;
  CwUnit unit;

  if (!cw_decimal_scan (&self->at, &decimal))
    return fail (self, CW_MODEL_ERROR_SYNTAX, "a number has too many digits");

  self->comma_was_mark = memchr (start, ',', (gsize) (self->at - start)) != NULL;
  *result = cw_quantity_new_decimal (decimal);
  cw_text_skip_space (&self->at);
  if (cw_text_skip (&self->at, "\xc2\xb0"))
    result->is_angle = TRUE;
  else if (cw_text_skip (&self->at, "\""))
    name = g_strdup ("\"");
  else
    name = take_name (self, FALSE);

  if (g_strcmp0 (name, "deg") == 0)
    result->is_angle = TRUE;
  else if (name != NULL && *name != '\0')
    {
      CwQuantity size;

      if ((*name == 'e' || *name == 'E') && name[1] == '\0' && g_ascii_isdigit (*self->at))
        return fail (self, CW_MODEL_ERROR_SYNTAX,
                     "numbers have no exponent, write 1000000 and not 1e6");
      if (!cw_unit_parse (name, &unit))
        return fail (self, CW_MODEL_ERROR_SYNTAX, "\"%s\" is not a unit", name);
      size = cw_quantity_new (cw_unit_get_size (unit), 1, 1);
      *result = cw_quantity_multiply (result, &size);
    }
  cw_text_skip_space (&self->at);

  return TRUE;
}

static gboolean
apply_trigonometry (Parser *self, const char *name, CwQuantity *a)
{
  CwQuantity s;
  CwQuantity c;

  if (a->power != 0)
    return fail (self, CW_MODEL_ERROR_VALUE, "%s takes an angle in degrees", name);

  s = cw_quantity_sin (a);
  c = cw_quantity_cos (a);
  if (strcmp (name, "sin") == 0)
    *a = s;
  else if (strcmp (name, "cos") == 0)
    *a = c;
  else if (cw_quantity_is_zero (&c))
    return fail (self, CW_MODEL_ERROR_VALUE, "a right angle has no tangent");
  else if (a->is_exact && a->den == 1 && a->num % 90 != 0 && a->num % 45 == 0)
    *a = cw_quantity_new (a->num / 45 % 4 == 1 || a->num / 45 % 4 == -3 ? 1 : -1, 1, 0);
  else
    *a = cw_quantity_divide (&s, &c);

  return TRUE;
}

static gboolean
apply_unary (Parser *self, const char *name, CwQuantity *a)
{
  CwQuantity zero = cw_quantity_new (0, 1, a->power);

  if (strcmp (name, "abs") == 0)
    {
      if (cw_quantity_compare (a, &zero) < 0)
        *a = cw_quantity_negate (a);
      return TRUE;
    }
  if (strcmp (name, "sqrt") == 0)
    {
      if (a->power % 2 != 0 || a->is_angle)
        return fail (self, CW_MODEL_ERROR_VALUE, "sqrt takes a number or an area");
      if (cw_quantity_compare (a, &zero) < 0)
        return fail (self, CW_MODEL_ERROR_VALUE, "a negative number has no square root");
      *a = cw_quantity_sqrt (a);
      return TRUE;
    }

  return apply_trigonometry (self, name, a);
}

static gboolean
accept_separator (Parser *self)
{
  if (accept (self, ";"))
    return TRUE;
  if (*self->at != ',')
    return FALSE;
  if (self->comma_was_mark && g_ascii_isdigit (self->at[1]))
    return fail (self, CW_MODEL_ERROR_SYNTAX, "separate what a function takes by semicolons");

  return accept (self, ",");
}

static gboolean
parse_function (Parser *self, const char *name, CwQuantity *result)
{
  static const char *const unary[] = { "abs", "sqrt", "sin", "cos", "tan", NULL };
  gboolean is_min = strcmp (name, "min") == 0;
  gboolean is_unary = g_strv_contains (unary, name);
  guint n_arguments = 1;

  if (!is_min && !is_unary && strcmp (name, "max") != 0)
    return fail (self, CW_MODEL_ERROR_SYNTAX, "there is no function \"%s\"", name);
  if (!parse_average (self, result))
    return FALSE;

  while (!is_unary && accept_separator (self))
    {
      CwQuantity other;

      if (!parse_average (self, &other) || !match (self, result, &other))
        return FALSE;
      if ((cw_quantity_compare (&other, result) < 0) == is_min)
        *result = other;
      n_arguments++;
    }
  if (!accept (self, ")"))
    return fail_here (self);
  if (!is_unary && n_arguments < 2)
    return fail (self, CW_MODEL_ERROR_SYNTAX, "%s takes two values or more, with semicolons", name);

  return !is_unary || apply_unary (self, name, result);
}

static gboolean
parse_name (Parser *self, CwQuantity *result)
{
  g_autofree char *name = take_name (self, TRUE);

  if (*name == '\0')
    return fail_here (self);

  cw_text_skip_space (&self->at);
  if (accept (self, "("))
    return parse_function (self, name, result);

  for (gsize i = 0; i < self->n_variables; i++)
    {
      if (strcmp (self->variables[i].name, name) == 0)
        {
          *result = cw_quantity_new (self->variables[i].value, 1, 1);
          return TRUE;
        }
    }

  return fail (self, CW_MODEL_ERROR_SYNTAX, "\"%s\" is not known", name);
}

static gboolean
parse_nested (Parser *self, CwQuantity *result)
{
  gboolean is_good;

  if (g_ascii_isdigit (*self->at)
      || ((*self->at == '.' || *self->at == ',') && g_ascii_isdigit (self->at[1])))
    return parse_number (self, result);

  if (self->depth == DEPTH_MAX)
    return fail (self, CW_MODEL_ERROR_SYNTAX, "too many parentheses");
  self->depth++;
  if (!accept (self, "("))
    is_good = parse_name (self, result);
  else
    is_good = parse_average (self, result) && (accept (self, ")") || fail_here (self));
  self->depth--;

  return is_good;
}

static gboolean
parse_factor (Parser *self, CwQuantity *result)
{
  gboolean negative = FALSE;

  for (;;)
    {
      if (accept_minus (self))
        negative = !negative;
      else if (!accept (self, "+"))
        break;
    }

  if (!parse_nested (self, result))
    return FALSE;
  if (negative)
    *result = cw_quantity_negate (result);

  return TRUE;
}

static gboolean
parse_product (Parser *self, CwQuantity *result)
{
  if (!parse_factor (self, result))
    return FALSE;

  for (;;)
    {
      gboolean by = accept (self, "*");
      CwQuantity other;

      if (!by && !accept (self, "/"))
        return TRUE;
      if (!parse_factor (self, &other))
        return FALSE;
      if (by ? !multiply (self, result, &other) : !divide (self, result, &other))
        return FALSE;
    }
}

static gboolean
add (Parser *self, CwQuantity *a, CwQuantity *b)
{
  if (!match (self, a, b))
    return FALSE;

  *a = cw_quantity_add (a, b);
  return TRUE;
}

static gboolean
parse_sum (Parser *self, CwQuantity *result)
{
  if (!parse_product (self, result))
    return FALSE;

  for (;;)
    {
      gboolean minus = accept_minus (self);
      CwQuantity other;

      if (!minus && !accept (self, "+"))
        return TRUE;
      if (!parse_product (self, &other))
        return FALSE;
      if (minus)
        other = cw_quantity_negate (&other);
      if (!add (self, result, &other))
        return FALSE;
    }
}

static gboolean
parse_average (Parser *self, CwQuantity *result)
{
  CwQuantity count;
  int n = 1;

  if (!parse_sum (self, result))
    return FALSE;
  for (; accept (self, "|"); n++)
    {
      CwQuantity other;

      if (!parse_sum (self, &other) || !add (self, result, &other))
        return FALSE;
    }
  count = cw_quantity_new (n, 1, 0);

  return n == 1 || divide (self, result, &count);
}

/* the whole text; a leading operator works on the old value */
static gboolean
parse_text (Parser *self, CwCoord old_value, CwQuantity *result)
{
  static const char *const operators[] = { "+=", "-=", "\xe2\x88\x92=", "*=", "/=" };
  CwQuantity old = cw_quantity_new (old_value, 1, 1);
  gsize op = 0;

  cw_text_skip_space (&self->at);
  while (op < G_N_ELEMENTS (operators) && !accept (self, operators[op]))
    op++;
  if (!parse_average (self, result))
    return FALSE;
  if (*self->at != '\0')
    return fail_here (self);

  switch (op)
    {
    case 1:
    case 2:
      *result = cw_quantity_negate (result);
      G_GNUC_FALLTHROUGH;
    case 0:
      return add (self, result, &old);
    case 3:
      return multiply (self, result, &old);
    case 4:
      if (!divide (self, &old, result))
        return FALSE;
      *result = old;
      return TRUE;
    default:
      return TRUE;
    }
}

/**
 * cw_expression_evaluate:
 * @text: an expression, such as `12,5`, `2*w + 10um`, `max(grid; 3 mil)` or `+= 5`
 * @unit: the unit of numbers that come without one
 * @old: the present value, for expressions that start with `+=`, `-=`, `*=` or `/=` [nm]
 * @variables: (array length=n_variables) (nullable): named lengths
 * @n_variables: how many
 * @length: (out): the value [nm]
 * @rounded: (out) (optional): whether it had to be rounded to a whole nanometre
 * @error: return location for an error
 *
 * Evaluates arithmetic on lengths: `+ - * /`, parentheses, `|` for the average,
 * `min max abs sqrt sin cos tan`, units with every number, `deg` for angles. Sums, products and quotients are
 * exact fractions; roots and angle functions are floating point where they have no fraction. Functions separate by
 * semicolon, or by a comma that cannot be a decimal mark.
 *
 * Returns: whether it is a length; otherwise @error is %CW_MODEL_ERROR_SYNTAX for what is no
 *   expression, %CW_MODEL_ERROR_VALUE for what has no value as a length within ±1 m
 */
gboolean
cw_expression_evaluate (const char *text, CwUnit unit, CwCoord old, const CwVariable *variables,
                        gsize n_variables, CwCoord *length, gboolean *rounded, GError **error)
{
  Parser parser = { text, text, cw_unit_get_size (unit), variables, n_variables, .error = error };
  CwQuantity result;
  gboolean inexact;
  gint64 value;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (length != NULL, FALSE);

  if (strnlen (text, TEXT_MAX + 1) > TEXT_MAX)
    return fail (&parser, CW_MODEL_ERROR_SYNTAX, "the expression is too long");
  if (!parse_text (&parser, old, &result))
    return FALSE;

  if (result.is_angle)
    return fail (&parser, CW_MODEL_ERROR_VALUE, "the result is an angle, not a length");
  if (result.power == 0)
    take_unit (&parser, &result);
  if (result.power != 1)
    return fail (&parser, CW_MODEL_ERROR_VALUE, "the result is %s, not a length",
                 result.power == 2 ? "an area" : "something else");
  if (!cw_quantity_round (&result, CW_COORD_MAX, &value, &inexact))
    return fail (&parser, CW_MODEL_ERROR_VALUE, "the result is longer than 1 m");

  *length = (CwCoord) value;
  if (rounded != NULL)
    *rounded = inexact;

  return TRUE;
}
