/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-buffer.h"
#include "io/xml/cw-xml-format.h"

typedef struct
{
  const CwTechnology *technology;
  CwXmlBuffer buffer;
} Writer;

static void
add_point (CwXmlBuffer *buffer, CwPoint p)
{
  cw_xml_buffer_add_number (buffer, p.x, 3);
  cw_xml_buffer_add_char (buffer, ',');
  cw_xml_buffer_add_number (buffer, p.y, 3);
}

static void
add_path (CwXmlBuffer *buffer, const CwPath *path)
{
  for (guint32 i = 0; i < path->n_vertices; i++)
    {
      if (i > 0)
        cw_xml_buffer_add_char (buffer, ' ');
      add_point (buffer, path->vertices[i].at);
      if (path->vertices[i].sweep != 0)
        {
          cw_xml_buffer_add_char (buffer, '(');
          cw_xml_buffer_add_number (buffer, path->vertices[i].sweep, 6);
          cw_xml_buffer_add_char (buffer, ')');
        }
    }
}

static void
add_rings (CwXmlBuffer *buffer, const CwOutline *outline)
{
  add_path (buffer, outline->border);
  for (guint32 i = 0; i < outline->n_holes; i++)
    {
      cw_xml_buffer_add (buffer, " ; ", 3);
      add_path (buffer, outline->holes[i]);
    }
}

static void
add_nets (CwXmlBuffer *buffer, const CwNets *nets)
{
  for (guint32 i = 0; i < nets->n_nets; i++)
    {
      if (i > 0)
        cw_xml_buffer_add_char (buffer, ' ');
      if (nets->nets[i] == CW_ID_NONE)
        cw_xml_buffer_add_char (buffer, '-');
      else
        cw_xml_buffer_add_number (buffer, cw_id_get_number (nets->nets[i]), 0);
    }
}

static void
add_colour (CwXmlBuffer *buffer, guint32 colour)
{
  static const char digits[] = "0123456789abcdef";
  char text[7] = "#";

  for (guint i = 0; i < 6; i++)
    text[1 + i] = digits[colour >> (20 - 4 * i) & 0xf];
  cw_xml_buffer_add (buffer, text, sizeof text);
}

static void
add_item_name (CwXmlBuffer *buffer, CwId id)
{
  cw_xml_buffer_add_string (buffer, cw_item_class_get (cw_id_get_kind (id))->name);
  cw_xml_buffer_add_char (buffer, '-');
  cw_xml_buffer_add_number (buffer, cw_id_get_number (id), 0);
}

static void
add_hash (CwXmlBuffer *buffer, gconstpointer at)
{
  static const char digits[] = "0123456789abcdef";
  char text[16];
  guint64 hash;

  memcpy (&hash, at, sizeof hash);
  for (guint i = 0; i < sizeof text; i++)
    text[i] = digits[hash >> (60 - 4 * i) & 0xf];
  cw_xml_buffer_add (buffer, text, sizeof text);
}

static gboolean
is_any_net (const CwNets *nets)
{
  for (guint32 i = 0; nets != NULL && i < nets->n_nets; i++)
    if (nets->nets[i] != CW_ID_NONE)
      return TRUE;

  return FALSE;
}

static gboolean
is_default (const CwXmlAttribute *attribute, gconstpointer item)
{
  gconstpointer pointer;
  gint64 value;

  switch (attribute->type)
    {
    case CW_XML_NUMBER:
    case CW_XML_NAME:
    case CW_XML_MATERIAL:
    case CW_XML_LEVEL:
    case CW_XML_NET:
    case CW_XML_ITEM:
      value = cw_xml_get_at (item, attribute->offset, attribute->size);
      if (attribute->with != 0 && cw_xml_get_at (item, attribute->with, 4) == 0)
        return TRUE;
      if (attribute->like != 0)
        return value == cw_xml_get_at (item, attribute->like, 4);
      return value == attribute->fallback;

    case CW_XML_FLAG:
      return (cw_xml_get_at (item, attribute->offset, 1) & attribute->limit) == 0;

    case CW_XML_STRING:
      pointer = cw_xml_get_pointer_at (item, attribute->offset);
      return pointer == NULL || *(const char *) pointer == '\0';

    case CW_XML_NETS:
      return !is_any_net (cw_xml_get_pointer_at (item, attribute->offset));

    case CW_XML_COLOUR:
    case CW_XML_ID:
    case CW_XML_DIE_TYPE:
    case CW_XML_BOX:
    case CW_XML_PATH:
    case CW_XML_RINGS:
    case CW_XML_HASH:
    default:
      return FALSE;
    }
}

static void
add_value (Writer *self, const CwXmlAttribute *attribute, gconstpointer item, CwId id)
{
  CwXmlBuffer *buffer = &self->buffer;
  gpointer pointer;
  CwBox box;
  gint64 value;

  switch (attribute->type)
    {
    case CW_XML_STRING:
      pointer = cw_xml_get_pointer_at (item, attribute->offset);
      cw_xml_buffer_add_escaped (buffer, pointer != NULL ? pointer : "");
      return;

    case CW_XML_PATH:
      add_path (buffer, cw_xml_get_pointer_at (item, attribute->offset));
      return;

    case CW_XML_RINGS:
      add_rings (buffer, cw_xml_get_pointer_at (item, attribute->offset));
      return;

    case CW_XML_NETS:
      add_nets (buffer, cw_xml_get_pointer_at (item, attribute->offset));
      return;

    case CW_XML_ITEM:
      add_item_name (buffer, (CwId) cw_xml_get_at (item, attribute->offset, attribute->size));
      return;

    case CW_XML_HASH:
      add_hash (buffer, (const guint8 *) item + attribute->offset);
      return;

    case CW_XML_BOX:
      memcpy (&box, (const guint8 *) item + attribute->offset, sizeof box);
      add_point (buffer, box.min);
      cw_xml_buffer_add_char (buffer, ' ');
      add_point (buffer, box.max);
      return;

    case CW_XML_ID:
      cw_xml_buffer_add_number (buffer, cw_id_get_number (id), 0);
      return;

    case CW_XML_NUMBER:
    case CW_XML_NAME:
    case CW_XML_FLAG:
    case CW_XML_COLOUR:
    case CW_XML_MATERIAL:
    case CW_XML_LEVEL:
    case CW_XML_NET:
    case CW_XML_DIE_TYPE:
    default:
      break;
    }

  value = cw_xml_get_at (item, attribute->offset, attribute->size);
  if (attribute->type == CW_XML_NUMBER)
    cw_xml_buffer_add_number (buffer, value, attribute->decimals);
  else if (attribute->type == CW_XML_NAME)
    cw_xml_buffer_add_string (buffer, attribute->get_name ((guint) value));
  else if (attribute->type == CW_XML_FLAG)
    cw_xml_buffer_add_string (buffer, "true");
  else if (attribute->type == CW_XML_COLOUR)
    add_colour (buffer, (guint32) value);
  else if (attribute->type == CW_XML_MATERIAL)
    cw_xml_buffer_add_escaped (buffer,
                               cw_technology_get_material (self->technology, (guint) value)->name);
  else if (attribute->type == CW_XML_LEVEL)
    cw_xml_buffer_add_escaped (buffer,
                               cw_technology_get_level (self->technology, (guint) value)->name);
  else
    cw_xml_buffer_add_number (buffer, cw_id_get_number ((CwId) value), 0);
}

/* the start tag of an element, without its end */
static void
begin_element (Writer *self, CwXmlElementKind kind, gconstpointer item, CwId id)
{
  const CwXmlElement *element = &cw_xml_elements[kind];
  CwXmlBuffer *buffer = &self->buffer;

  for (CwXmlElementKind outer = element->parent; outer != CW_XML_NOTHING;
       outer = cw_xml_elements[outer].parent)
    cw_xml_buffer_add_char (buffer, ' ');
  cw_xml_buffer_add_char (buffer, '<');
  cw_xml_buffer_add_string (buffer, element->name);
  for (const CwXmlAttribute *attribute = element->attributes; attribute->name != NULL; attribute++)
    {
      if (!attribute->required && is_default (attribute, item))
        continue;
      cw_xml_buffer_add_char (buffer, ' ');
      cw_xml_buffer_add_string (buffer, attribute->name);
      cw_xml_buffer_add (buffer, "=\"", 2);
      add_value (self, attribute, item, id);
      cw_xml_buffer_add_char (buffer, '"');
    }
}

static void
add_element (Writer *self, CwXmlElementKind kind, gconstpointer item, CwId id)
{
  begin_element (self, kind, item, id);
  cw_xml_buffer_add (&self->buffer, "/>\n", 3);
}

static void
add_flow (Writer *self, const CwFlow *flow)
{
  begin_element (self, CW_XML_FLOW, &flow->method, 0);
  cw_xml_buffer_add (&self->buffer, ">\n", 2);
  for (guint i = 0; i < flow->n_steps; i++)
    add_element (self, CW_XML_STEP_ITEM, &flow->steps[i], 0);
  cw_xml_buffer_add_string (&self->buffer, "  </flow>\n");
}

static void
add_technology (Writer *self)
{
  static const CwPanel no_panel = { 0 };
  const CwTechnology *technology = self->technology;
  g_autoptr (GRefString) name = g_ref_string_new (cw_technology_get_name (technology));
  CwXmlTechnology head = { name, cw_technology_get_substrate (technology) };
  CwXmlBuffer *buffer = &self->buffer;

  begin_element (self, CW_XML_TECHNOLOGY, &head, 0);
  cw_xml_buffer_add_string (buffer, ">\n");
  for (guint i = 0; i < cw_technology_get_n_materials (technology); i++)
    add_element (self, CW_XML_MATERIAL_ITEM, cw_technology_get_material (technology, i), 0);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    add_element (self, CW_XML_LEVEL_ITEM, cw_technology_get_level (technology, i), 0);
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    add_element (self, CW_XML_RULE_ITEM, cw_technology_get_rule (technology, i), 0);
  if (cw_technology_get_flow (technology) != NULL)
    add_flow (self, cw_technology_get_flow (technology));
  if (!cw_panel_equal (cw_technology_get_panel (technology), &no_panel))
    add_element (self, CW_XML_PANEL, cw_technology_get_panel (technology), 0);
  cw_xml_buffer_add_string (buffer, " </technology>\n");
}

static gboolean
add_die_type (CwId id, gconstpointer item, gpointer user_data)
{
  Writer *self = user_data;
  const CwDieType *type = item;

  begin_element (self, CW_XML_DIE_TYPE_ITEM, item, id);
  cw_xml_buffer_add (&self->buffer, ">\n", 2);
  for (guint32 i = 0; i < type->pads->n_pads; i++)
    add_element (self, CW_XML_PAD_ITEM, &type->pads->pads[i], 0);
  cw_xml_buffer_add_string (&self->buffer, " </die-type>\n");

  return TRUE;
}

static gboolean
add_item (CwId id, gconstpointer item, gpointer user_data)
{
  static const CwXmlElementKind kinds[CW_N_ITEM_KINDS] = {
    [CW_ITEM_NET] = CW_XML_NET_ITEM,           [CW_ITEM_DIE] = CW_XML_DIE_ITEM,
    [CW_ITEM_VIA] = CW_XML_VIA_ITEM,           [CW_ITEM_BONDING_PAD] = CW_XML_BONDING_PAD_ITEM,
    [CW_ITEM_TRACE] = CW_XML_TRACE_ITEM,       [CW_ITEM_TEXT] = CW_XML_TEXT_ITEM,
    [CW_ITEM_DIE_TYPE] = CW_XML_DIE_TYPE_ITEM, [CW_ITEM_BUS] = CW_XML_BUS_ITEM,
    [CW_ITEM_PASSIVE] = CW_XML_PASSIVE_ITEM,   [CW_ITEM_CAVITY] = CW_XML_CAVITY_ITEM,
    [CW_ITEM_CUT_LINE] = CW_XML_CUT_LINE_ITEM, [CW_ITEM_ZONE] = CW_XML_ZONE_ITEM,
    [CW_ITEM_KEEP_OUT] = CW_XML_KEEP_OUT_ITEM, [CW_ITEM_FIDUCIAL] = CW_XML_FIDUCIAL_ITEM,
    [CW_ITEM_WAIVER] = CW_XML_WAIVER_ITEM,
  };

  add_element (user_data, kinds[cw_id_get_kind (id)], item, id);

  return TRUE;
}

static void
add_head (Writer *self, const char *name)
{
  CwXmlBuffer *buffer = &self->buffer;

  cw_xml_buffer_add_string (buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                    "<chipwright xmlns=\"" CW_XML_NAMESPACE
                                    "\" version=\"" CW_XML_VERSION "\" unit=\"um\"");
  if (name != NULL && *name != '\0')
    {
      cw_xml_buffer_add_string (buffer, " name=\"");
      cw_xml_buffer_add_escaped (buffer, name);
      cw_xml_buffer_add_char (buffer, '"');
    }
  cw_xml_buffer_add_string (buffer, ">\n");
}

/**
 * cw_xml_write:
 * @design: a design
 *
 * Writes a design in the native format, documented by the schema `chipwright.rng`.
 * Equal designs give the same bytes, however they came to be.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
cw_xml_write (const CwDesign *design)
{
  Writer self = { 0 };
  CwPath *outline;

  g_return_val_if_fail (design != NULL, NULL);

  self.technology = cw_design_get_technology (design);
  outline = cw_design_get_outline (design);
  add_head (&self, cw_design_get_name (design));
  add_technology (&self);
  add_element (&self, CW_XML_OUTLINE, &outline, 0);
  for (CwItemKind kind = CW_ITEM_NET; kind < CW_N_ITEM_KINDS; kind++)
    cw_design_foreach (design, kind, kind == CW_ITEM_DIE_TYPE ? add_die_type : add_item, &self);
  cw_xml_buffer_add_string (&self.buffer, "</chipwright>\n");

  return g_bytes_new_take (self.buffer.data, self.buffer.length);
}

/**
 * cw_xml_get_hash:
 * @design: a design
 *
 * Computes the SHA-256 of what cw_xml_write() gives: equal for equal designs.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
cw_xml_get_hash (const CwDesign *design)
{
  g_autoptr (GBytes) bytes = cw_xml_write (design);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
