export function Gallery() {
  return <h1>Galería</h1>
}
