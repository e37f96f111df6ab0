/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-error.h"
#include "io/xml/cw-xml-number.h"
#include "io/xml/cw-xml-reader-private.h"

#define MAX_VERTICES 1000000

G_GNUC_PRINTF (6, 7)
static gboolean
fail (CwXmlReader *self, CwIoError code, const CwXmlAttribute *attribute, const char *text,
      const char *end, const char *format, ...)
{
  g_autofree char *shown = cw_xml_quote (text, (gsize) (end - text));
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return cw_xml_reader_fail (self, code, "%s=\"%s\" %s", attribute->name, shown, what);
}

static gboolean
equals (const char *text, const char *end, const char *name, gsize length)
{
  return (gsize) (end - text) == length && memcmp (text, name, length) == 0;
}

static gboolean
fail_number (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end)
{
  const char *p = text + (text < end && *text == '-');
  const char *start = p;
  const char *point;
  gint64 limit = attribute->limit;

  while (p < end && g_ascii_isdigit (*p))
    p++;
  point = p;
  if (p < end && *p == '.')
    p++;
  while (p < end && g_ascii_isdigit (*p))
    p++;
  if (p != end || point == start || point == end - 1)
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not %s", attribute->what);
  if (end - point > attribute->decimals + 1)
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end,
                 "has more than %d digits after the point", attribute->decimals);

  for (guint i = 0; i < attribute->decimals; i++)
    limit /= 10;
  return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not within ±%" G_GINT64_FORMAT,
               limit);
}

static gboolean
take_number (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
             CwXmlValue *value)
{
  gint64 number = 0;

  if (cw_xml_take_number (text, end, attribute->decimals, &number) != end
      || ABS (number) > attribute->limit)
    return fail_number (self, attribute, text, end);

  cw_xml_set_at (value, attribute->offset, attribute->size, number);
  return TRUE;
}

static gboolean
take_name (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
           CwXmlValue *value)
{
  g_autoptr (GString) names = NULL;

  for (guint i = 0; i < attribute->n_names; i++)
    {
      const char *name = attribute->get_name (i);

      if (equals (text, end, name, strlen (name)))
        {
          cw_xml_set_at (value, attribute->offset, attribute->size, i);
          return TRUE;
        }
    }

  names = g_string_new (attribute->get_name (0));
  for (guint i = 1; i < attribute->n_names; i++)
    g_string_append_printf (names, ", %s", attribute->get_name (i));
  return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is none of %s", names->str);
}

static gboolean
take_flag (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
           CwXmlValue *value)
{
  gint64 others = cw_xml_get_at (value, attribute->offset, 1) & ~attribute->limit;

  if (equals (text, end, "true", 4))
    cw_xml_set_at (value, attribute->offset, 1, others | attribute->limit);
  else if (!equals (text, end, "false", 5))
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is neither true nor false");

  return TRUE;
}

static gboolean
take_colour (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
             CwXmlValue *value)
{
  gint64 colour = 0;

  if (end - text != 7 || *text != '#')
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not a colour #rrggbb");

  for (const char *p = text + 1; p < end; p++)
    {
      if (!g_ascii_isxdigit (*p))
        return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not a colour #rrggbb");
      colour = colour << 4 | g_ascii_xdigit_value (*p);
    }

  cw_xml_set_at (value, attribute->offset, attribute->size, colour);
  return TRUE;
}

static gboolean
take_material (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text,
               const char *end, CwXmlValue *value)
{
  for (guint i = 0; i < cw_technology_get_n_materials (self->technology); i++)
    {
      const char *name = cw_technology_get_material (self->technology, i)->name;

      if (equals (text, end, name, strlen (name)))
        {
          cw_xml_set_at (value, attribute->offset, attribute->size, i);
          return TRUE;
        }
    }

  return fail (self, CW_IO_ERROR_REFERENCE, attribute, text, end, "is no material");
}

static gboolean
take_level (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
            CwXmlValue *value)
{
  guint level = self->last_level;

  /* items of one level mostly come together */
  for (guint i = 0; i < self->n_levels; i++)
    {
      if (equals (text, end, self->levels[level].name, self->levels[level].length))
        {
          cw_xml_set_at (value, attribute->offset, attribute->size, level);
          self->last_level = level;
          return TRUE;
        }
      level = level + 1 < self->n_levels ? level + 1 : 0;
    }

  return fail (self, CW_IO_ERROR_REFERENCE, attribute, text, end, "is no level");
}

/* the number of an item; 0 when it is none */
static guint32
parse_id (const char *text, const char *end)
{
  gint64 number = 0;

  if (text == end || *text == '-' || cw_xml_take_number (text, end, 0, &number) != end
      || number > CW_ID_NUMBER_MAX)
    return 0;

  return (guint32) number;
}

static gboolean
take_id (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
         CwXmlValue *value)
{
  guint32 number = parse_id (text, end);

  if (number == 0)
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not a number from 1 to %u",
                 CW_ID_NUMBER_MAX);

  self->number = number;
  return TRUE;
}

static gboolean
take_net (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
          CwXmlValue *value)
{
  CwId id = cw_id_new (CW_ITEM_NET, parse_id (text, end));

  if (cw_edit_get_item (self->edit, id) == NULL)
    return fail (self, CW_IO_ERROR_REFERENCE, attribute, text, end, "is no net");

  cw_xml_set_at (value, attribute->offset, attribute->size, id);
  return TRUE;
}

static gboolean
take_die_type (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text,
               const char *end, CwXmlValue *value)
{
  CwId id = cw_id_new (CW_ITEM_DIE_TYPE, parse_id (text, end));

  if (cw_edit_get_item (self->edit, id) == NULL)
    return fail (self, CW_IO_ERROR_REFERENCE, attribute, text, end, "is no die type");

  cw_xml_set_at (value, attribute->offset, attribute->size, id);
  return TRUE;
}

/* the name of a kind, a dash and a number */
static gboolean
take_item (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
           CwXmlValue *value)
{
  const char *dash = end;
  guint32 number;

  while (dash > text && *--dash != '-')
    continue;
  number = *dash == '-' ? parse_id (dash + 1, end) : 0;
  for (CwItemKind kind = CW_ITEM_NONE + 1; number != 0 && kind < CW_ITEM_WAIVER; kind++)
    {
      const char *name = cw_item_class_get (kind)->name;

      if (equals (text, dash, name, strlen (name)))
        {
          cw_xml_set_at (value, attribute->offset, attribute->size, cw_id_new (kind, number));
          return TRUE;
        }
    }

  return fail (self, CW_IO_ERROR_VALUE, attribute, text, end,
               "is no kind and number of an item such as trace-1");
}

static gboolean
take_hash (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
           CwXmlValue *value)
{
  const char *p = text;
  guint64 hash = 0;

  for (; p < end && g_ascii_isxdigit (*p) && !g_ascii_isupper (*p); p++)
    hash = hash << 4 | (guint64) g_ascii_xdigit_value (*p);
  if (p != end || end - text != 16)
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end,
                 "is not a hash of 16 hexadecimal digits");

  memcpy ((guint8 *) value + attribute->offset, &hash, sizeof hash);
  return TRUE;
}

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;

  return p;
}

/* x,y with |x|, |y| in their range; NULL when it is none */
static const char *
parse_point (const char *p, const char *end, CwPoint *point)
{
  gint64 x;
  gint64 y;

  p = cw_xml_take_number (p, end, 3, &x);
  if (p == NULL || p == end || *p != ',')
    return NULL;
  p = cw_xml_take_number (p + 1, end, 3, &y);
  if (p == NULL || !cw_coord_is_valid (x) || !cw_coord_is_valid (y))
    return NULL;

  *point = CW_POINT ((CwCoord) x, (CwCoord) y);
  return p;
}

static const char *
find_space (const char *p, const char *end)
{
  while (p < end && *p != ' ' && *p != '\t' && *p != '\n' && *p != '\r')
    p++;

  return p;
}

/* x,y or x,y(sweep); NULL when it is none */
static const char *
parse_vertex (const char *p, const char *end, CwVertex *vertex)
{
  gint64 sweep = 0;

  p = parse_point (p, end, &vertex->at);
  if (p == NULL)
    return NULL;

  if (p < end && *p == '(')
    {
      p = cw_xml_take_number (p + 1, end, 6, &sweep);
      if (p == NULL || p == end || *p != ')' || ABS (sweep) >= CW_ANGLE_FULL)
        return NULL;
      p++;
    }
  vertex->sweep = (CwAngle) sweep;

  return p == end || find_space (p, p + 1) == p ? p : NULL;
}

static gboolean
take_box (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
          CwXmlValue *value)
{
  CwBox box;
  const char *p = parse_point (skip_spaces (text, end), end, &box.min);
  const char *q = p != NULL ? skip_spaces (p, end) : NULL;

  if (q == NULL || q == p)
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not a box x,y x,y");
  q = parse_point (q, end, &box.max);
  if (q == NULL || skip_spaces (q, end) != end)
    return fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "is not a box x,y x,y");

  memcpy ((guint8 *) value + attribute->offset, &box, sizeof box);
  return TRUE;
}

/* vertices with spaces between them; NULL when they are none */
static CwPath *
parse_path (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end)
{
  GArray *vertices = self->vertices;
  CwVertex few[32]; /* most paths are short */
  guint n = 0;

  g_array_set_size (vertices, 0);
  for (const char *p = skip_spaces (text, end); p < end; p = skip_spaces (p, end))
    {
      const char *start = p;

      if (n == G_N_ELEMENTS (few))
        {
          g_array_append_vals (vertices, few, n);
          n = 0;
        }
      p = parse_vertex (p, end, &few[n++]);
      if (p == NULL)
        {
          fail (self, CW_IO_ERROR_VALUE, attribute, start, find_space (start, end),
                "is not a vertex x,y or x,y(sweep)");
          return NULL;
        }
      if (vertices->len + n > MAX_VERTICES)
        {
          cw_xml_reader_fail (self, CW_IO_ERROR_LIMIT, "%s has more than %d vertices",
                              attribute->name, MAX_VERTICES);
          return NULL;
        }
    }

  if (vertices->len + n < 2)
    {
      fail (self, CW_IO_ERROR_VALUE, attribute, text, end, "has fewer than 2 vertices");
      return NULL;
    }
  if (vertices->len == 0)
    return cw_path_new (few, n);

  g_array_append_vals (vertices, few, n);
  return cw_path_new ((const CwVertex *) (gpointer) vertices->data, vertices->len);
}

static gboolean
take_path (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
           CwXmlValue *value)
{
  CwPath *path = parse_path (self, attribute, text, end);

  cw_xml_set_pointer_at (value, attribute->offset, path);
  return path != NULL;
}

/* a border, then each after a semicolon the holes */
static gboolean
take_rings (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
            CwXmlValue *value)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_path_unref);

  for (const char *p = text; p != NULL;)
    {
      const char *mark = memchr (p, ';', (gsize) (end - p));
      CwPath *path = parse_path (self, attribute, p, mark != NULL ? mark : end);

      if (path == NULL)
        return FALSE;
      g_ptr_array_add (paths, path);
      p = mark != NULL ? mark + 1 : NULL;
    }

  cw_xml_set_pointer_at (
      value, attribute->offset,
      cw_outline_new (paths->pdata[0], (CwPath *const *) paths->pdata + 1, paths->len - 1));
  return TRUE;
}

static gboolean
take_nets (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text, const char *end,
           CwXmlValue *value)
{
  GArray *nets = self->nets;

  g_array_set_size (nets, 0);
  for (const char *p = skip_spaces (text, end); p < end; p = skip_spaces (p, end))
    {
      const char *start = p;
      CwId id = CW_ID_NONE;

      p = find_space (p, end);
      if (!equals (start, p, "-", 1))
        {
          id = cw_id_new (CW_ITEM_NET, parse_id (start, p));
          if (cw_edit_get_item (self->edit, id) == NULL)
            return fail (self, CW_IO_ERROR_REFERENCE, attribute, start, p, "is no net");
        }
      g_array_append_val (nets, id);
    }

  cw_xml_set_pointer_at (value, attribute->offset,
                         cw_nets_new ((const CwId *) (gpointer) nets->data, nets->len));
  return TRUE;
}

/* libxml2 leaves each & as &#38;, as long as it is not told to replace entities, which
 * it never is here */
static void
restore_ampersands (CwXmlReader *self, const char **text, const char **end)
{
  GString *restored = self->restored;
  const char *p = *text;
  const char *found;

  g_string_truncate (restored, 0);
  while ((found = g_strstr_len (p, *end - p, "&#38;")) != NULL)
    {
      g_string_append_len (restored, p, found - p + 1);
      p = found + strlen ("&#38;");
    }
  g_string_append_len (restored, p, *end - p);

  *text = restored->str;
  *end = restored->str + restored->len;
}

/**
 * cw_xml_reader_take_attribute:
 * @self: a reader
 * @attribute: an attribute
 * @text: its text
 * @end: where that ends
 * @value: the element's values, where it is put
 *
 * Reads the text of an attribute.
 *
 * Returns: whether it is what the attribute should hold
 */
gboolean
cw_xml_reader_take_attribute (CwXmlReader *self, const CwXmlAttribute *attribute, const char *text,
                              const char *end, CwXmlValue *value)
{
  gboolean is_text = attribute->type == CW_XML_STRING || attribute->type == CW_XML_LEVEL
                     || attribute->type == CW_XML_MATERIAL;

  if (is_text && memchr (text, '&', (gsize) (end - text)) != NULL)
    restore_ampersands (self, &text, &end);

  switch (attribute->type)
    {
    case CW_XML_NUMBER:
      return take_number (self, attribute, text, end, value);
    case CW_XML_NAME:
      return take_name (self, attribute, text, end, value);
    case CW_XML_FLAG:
      return take_flag (self, attribute, text, end, value);
    case CW_XML_COLOUR:
      return take_colour (self, attribute, text, end, value);
    case CW_XML_STRING:
      cw_xml_set_pointer_at (value, attribute->offset, g_ref_string_new_len (text, end - text));
      return TRUE;
    case CW_XML_MATERIAL:
      return take_material (self, attribute, text, end, value);
    case CW_XML_LEVEL:
      return take_level (self, attribute, text, end, value);
    case CW_XML_ID:
      return take_id (self, attribute, text, end, value);
    case CW_XML_NET:
      return take_net (self, attribute, text, end, value);
    case CW_XML_DIE_TYPE:
      return take_die_type (self, attribute, text, end, value);
    case CW_XML_BOX:
      return take_box (self, attribute, text, end, value);
    case CW_XML_PATH:
      return take_path (self, attribute, text, end, value);
    case CW_XML_RINGS:
      return take_rings (self, attribute, text, end, value);
    case CW_XML_ITEM:
      return take_item (self, attribute, text, end, value);
    case CW_XML_HASH:
      return take_hash (self, attribute, text, end, value);
    case CW_XML_NETS:
      return take_nets (self, attribute, text, end, value);
    default:
      g_assert_not_reached ();
    }
}

/**
 * cw_xml_reader_complete:
 * @self: a reader
 * @kind: an element
 * @seen: a bit for each of its attributes that was given
 * @value: its values
 *
 * Sees that nothing is missing and puts in the defaults that depend on other attributes.
 *
 * Returns: whether nothing is missing
 */
gboolean
cw_xml_reader_complete (CwXmlReader *self, CwXmlElementKind kind, guint32 seen, CwXmlValue *value)
{
  const CwXmlElement *element = &cw_xml_elements[kind];

  for (guint i = 0; element->attributes[i].name != NULL; i++)
    {
      const CwXmlAttribute *attribute = &element->attributes[i];

      if ((seen & 1u << i) != 0)
        {
          if (attribute->with != 0 && cw_xml_get_at (value, attribute->with, 4) == 0)
            return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE, "<%s> has %s, but no %s",
                                       element->name, attribute->name, attribute->with_name);
        }
      else if (attribute->required)
        return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE, "<%s> has no %s", element->name,
                                   attribute->name);
      else if (attribute->like != 0)
        cw_xml_set_at (value, attribute->offset, 4, cw_xml_get_at (value, attribute->like, 4));
    }

  return TRUE;
}

/**
 * cw_xml_reader_clear_value:
 * @self: a reader
 * @kind: an element
 * @value: its values
 *
 * Gives back what the values hold.
 */
void
cw_xml_reader_clear_value (CwXmlReader *self, CwXmlElementKind kind, CwXmlValue *value)
{
  for (const CwXmlAttribute *attribute = cw_xml_elements[kind].attributes; attribute->name != NULL;
       attribute++)
    {
      gpointer pointer;

      if (attribute->type != CW_XML_STRING && attribute->type != CW_XML_PATH
          && attribute->type != CW_XML_RINGS && attribute->type != CW_XML_NETS)
        continue;

      pointer = cw_xml_get_pointer_at (value, attribute->offset);
      if (pointer == NULL)
        continue;
      if (attribute->type == CW_XML_STRING && pointer != self->empty)
        g_ref_string_release (pointer);
      else if (attribute->type == CW_XML_PATH)
        cw_path_unref (pointer);
      else if (attribute->type == CW_XML_RINGS)
        cw_outline_unref (pointer);
      else if (attribute->type == CW_XML_NETS)
        cw_nets_unref (pointer);
      cw_xml_set_pointer_at (value, attribute->offset, NULL);
    }
}
